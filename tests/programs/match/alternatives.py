def f(x):
    match x:
        case [1, a] | [a, 2]:
            return "first", a
        case {"x": a, "y": b} | [b, a, _]:
            return "second", a, b
        case (a, b, c, 0) | (b, c, a, 1) | (c, a, b, 2):
            return "third", a, b, c
        case 1 | "one" | None:
            return "fourth"
        case [[(0 as p, q) | (q, 0 as p)], r] | [r, [p, q]]:
            return "fifth", p, q, r
    return "no match"


for x in (
    [1, 5], [6, 2], {"x": 1, "y": 2}, (3, 4, 5), "abc", ("a", "b", "c", 0), ("a", "b", "c", 1),
    ("a", "b", "c", 2), 1, "one", None, 2, [[(0, 8)], 9], [[(7, 0)], 9], [4, (5, 6)],
):
    print(f(x))
