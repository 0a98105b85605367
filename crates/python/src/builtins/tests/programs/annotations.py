def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)

t(lambda: list[int])
t(lambda: dict[str, int])
t(lambda: int | None)
t(lambda: str | int | None)
t(lambda: list[int] | None)
t(lambda: tuple[int, ...])
t(lambda: isinstance(5, int | str))
t(lambda: isinstance(None, int | None))
t(lambda: isinstance('a', (int, str)))
t(lambda: issubclass(bool, int | str))
t(lambda: int | 5)
t(lambda: int[5])
t(lambda: isinstance(5, 'a'))
t(lambda: issubclass(int, 'a'))
t(lambda: issubclass('a', int))
def f(a: int | None = None, *b: list[str], c: dict[str, int] = {}) -> tuple[int, str]:
    return a
print(f(), f.__annotations__['a'])
