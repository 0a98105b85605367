def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2:
            return "one or two"
        case "text":
            return "the word"
        case [x, y]:
            return f"pair {x} {y}"
        case [x, *rest]:
            return f"list from {x}, {len(rest)} more"
        case {"kind": kind, **others}:
            return f"mapping {kind} {others}"
        case int() if value > 100:
            return "large"
        case str() as s:
            return f"string {s}"
        case None:
            return "nothing"
        case _:
            return "else"


for value in (0, 2, "text", "other", [1, 2], [1, 2, 3], (), {"kind": "k", "n": 1}, 500, 50, None, 1.5):
    print(describe(value))
