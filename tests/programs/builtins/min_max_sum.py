print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "b", key=ord), max([], default="none"), min([-3, 2], key=abs))
print(sum([1, 2, 3]), sum([0.1] * 10), sum([], 5), sum([[1], [2]], []), sum(x for x in range(4)), sum([1, 2], start=10))
for bad in (lambda: max(), lambda: max([]), lambda: max(1), lambda: sum("ab"), lambda: max(1, "a")):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
