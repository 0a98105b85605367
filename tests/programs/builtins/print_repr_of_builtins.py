print(print, len, int, [].append.__name__, "x".join.__name__)
print(repr(None), repr(...), repr(NotImplemented), repr(range(3)), repr(slice(1, 2)))
print({}.keys(), {1: 2}.items(), {1: 2}.values(), [None, True], (None,), {None})
