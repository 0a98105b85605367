print(type(1), type("a"), type(1.0), type(None), type([]), type(()), type({}), type(set()), type(True), type(b""), type(range(1)))
print(type(lambda: 0), type(print), type(int), type(ValueError("x")), type(...), type(x for x in ()))
print(isinstance(1, int), isinstance(True, int), isinstance("a", (int, str)), isinstance([], list), isinstance(None, type(None)))
print(int.__name__, type(1).__name__, type(type(1)), issubclass(bool, int), issubclass(int, (str, object)), callable(print), callable(5))
print(int, str, ValueError, object, repr(type(None)), isinstance(1, int | str))


async def coroutine_function():
    pass


coro = coroutine_function()
print(type(coroutine_function).__name__, type(coro).__name__)
coro.close()
