def f(x):
    match x:
        case [a, b]:
            return a, b
        case {"k": v}:
            return v
        case (1 | 2) as n:
            return n
        case other:
            return "other", other


print(f([1, 2]), f({"k": 3}), f(2), f("x"))
match [1, [2, 3]]:
    case [p, [q, r] as inner]:
        print(p, q, r, inner)
match 5:
    case int() as n:
        print(n)
print(n)
