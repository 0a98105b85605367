def f(x):
    match x:
        case {"type": "point", "x": x, "y": y}:
            return "point", x, y
        case {"type": kind, **rest}:
            return kind, rest
        case {1: _, None: value}:
            return "keys", value
        case {}:
            return "any mapping"
        case _:
            return "no mapping"


for x in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "line", "n": 1}, {1: 2, None: 3}, {}, {"a": 1}, [], "x"):
    print(f(x))
