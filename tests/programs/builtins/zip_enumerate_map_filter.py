print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1], [2], [3])), dict(zip("ab", range(2))))
print(list(enumerate("ab")), list(enumerate("ab", start=5)), list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(reversed([1, 2, 3])))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error:
    print(error)
z = zip("ab", "cd")
print(next(z), list(z), list(z))
print(list(zip(*[(1, 2), (3, 4)])))
