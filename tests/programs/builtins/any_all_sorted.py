print(any([0, "", None]), any([0, 1]), any([]), all([1, "a"]), all([1, 0]), all([]))
print(sorted("banana"), sorted({"b": 1, "a": 2}), sorted([3, 1, 2], reverse=True), sorted([(2, "a"), (1, "b")]))
print(list(reversed("abc")), len("abc"), len({1: 2}), len(range(5)), abs(-2.5), divmod(17, 5), round(3.14159, 2))
