print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), frozenset(), bytes())
print(list((1, 2)), tuple([1]), set([1, 1]), dict(a=1), list({"k": 1}), list("ab"), bool([0]), float(3), int("10", 2))
print(list(range(3)), tuple(x for x in "ab"), str(b"ab", "utf-8"), dict({"a": 1}, b=2), set("a"), frozenset("a"))
