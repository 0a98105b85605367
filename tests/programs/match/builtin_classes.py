def f(x):
    match x:
        case bool(b):
            return "bool", b
        case int(n) if n > 10:
            return "large", n
        case int(n):
            return "int", n
        case float(n):
            return "float", n
        case str("special"):
            return "special"
        case str(s):
            return "str", s
        case list([a, b]):
            return "pair in a list", a, b
        case list(items):
            return "list", items
        case tuple() | set():
            return "tuple or set"
        case dict({"k": v}):
            return "dict", v
        case Exception(args=(message,)):
            return "exception", message
        case type():
            return "class"


for x in (True, 11, 3, 1.5, "special", "other", [1, 2], [1], (), {1}, {"k": 2}, ValueError("m"), int, None):
    print(f(x))
