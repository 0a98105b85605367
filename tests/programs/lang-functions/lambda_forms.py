add = lambda a, b=10, *rest, k=1, **kw: (a, b, rest, k, kw)
print(add(1), add(1, 2, 3, k=4, z=5))
print((lambda: None)(), sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
print([(lambda x: x * n)(2) for n in range(3)])
