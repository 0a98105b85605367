class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return 1

    def __eq__(self, other):
        print("equal", self.name, other.name)
        return self.name == other.name


print(dict((number, number**2) for number in range(3)))
print(dict([name, len(name)] for name in ("a", "bb")))
print(dict(pair for pair in ("ab", (1, 2), [3, 4], {5: 6, 7: 8})))
print(list(dict((Key(name), name) for name in "aab").values()))
for pairs in ([(1, 2), 3], [(1, 2), (3, 4, 5)], [(1, 2), "x"]):
    try:
        dict(pair for pair in pairs)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
