def f(x):
    match x:
        case []:
            return "empty"
        case [1]:
            return "just one"
        case [1, *rest]:
            return "one first", rest
        case [*init, 9]:
            return "nine last", init
        case [_, _]:
            return "any pair"
        case [first, *_, last]:
            return first, last
        case (x,):
            return "single", x


for x in ([], [1], [1, 2, 3], (5, 6, 9), (2, 3), range(4), (7,), [[]]):
    print(x, f(x))
for x in ("ab", b"ab", {1, 2}, {1: 2}, iter([1, 2]), 5, None):
    match x:
        case [*_]:
            print("sequence")
        case _:
            print(type(x).__name__, "is no sequence")
