class Color:
    RED = "red"
    BLUE = "blue"

    class Dark:
        GREY = 7


def f(x):
    match x:
        case Color.RED:
            return "it is red"
        case Color.BLUE | Color.Dark.GREY:
            return "blue or grey"
        case {Color.RED: value}:
            return "keyed by red", value
        case _:
            return "unknown"


for x in ("red", "blue", 7, {"red": 1}, "green"):
    print(f(x))
