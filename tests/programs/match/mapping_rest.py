data = {"a": 1, "b": 2, "c": 3}
match data:
    case {"b": b, **rest}:
        print(b, rest, data)
match data:
    case {**everything}:
        print(everything, everything is data)
match data:
    case {"missing": _, **rest}:
        print("never")
    case _:
        print("no match")


class Counting(dict):
    def __missing__(self, key):
        print("missing", key)
        return 0


match Counting(a=1):
    case {"a": 1, "b": b}:
        print("never", b)
    case {"a": a}:
        print("a", a)
