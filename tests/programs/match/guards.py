def f(x):
    match x:
        case [a, b] if a == b:
            return "equal"
        case [a, b] if (total := a + b) > 10:
            return "large", total
        case [a, b]:
            return "pair", a, b
        case n if isinstance(n, int) and n < 0:
            return "negative"
        case _ if x == "last":
            return "guarded wildcard"
    return "nothing"


for x in ([1, 1], [5, 6], [1, 2], -4, 4, "last", "other"):
    print(f(x))
