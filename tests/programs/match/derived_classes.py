class Pair(tuple):
    pass


class Name(str):
    pass


class Settings(dict):
    pass


def f(x):
    match x:
        case Name("n"):
            return "the name n"
        case str():
            return "a string"
        case [a, b]:
            return "two", a, b
        case {"k": v}:
            return "k", v


for x in (Name("n"), Name("m"), Pair((1, 2)), Settings(k=3)):
    print(f(x))
