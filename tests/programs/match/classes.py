class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Plain:
    def __init__(self, **fields):
        self.__dict__.update(fields)


def f(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x, 0):
            return f"on x at {x}"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x, y=y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "some point"
        case Plain(name=name, size=size):
            return f"plain {name} {size}"
        case Plain(name=str() as name):
            return f"named {name}"
        case Plain():
            return "plain"


for p in (Point(0, 0), Point(2, 0), Point(0, 3), Point(4, 4), Point(1, 2), Plain(name="n", size=1), Plain(name="m"), Plain(name=3), 7):
    print(f(p))
