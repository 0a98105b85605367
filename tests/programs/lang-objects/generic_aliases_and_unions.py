# `list[int]`, `int | None` and what can be asked of them.
print(list[int], dict[str, int], tuple[int, ...], type[int], set[str], frozenset[int], list[list[int]], tuple[()])
x = list[int]
print(x.__origin__, x.__args__, x.__parameters__, type(x), x == list[int], hash(x) == hash(list[int]), x([1,2]), x())
print(int | None, int | str, list[int] | None, type(int | str), (int | str).__args__, int | str == str | int, int | int)
print(isinstance(3, int | str), isinstance(3.0, int | str), issubclass(int, int | str), isinstance(None, int | None))
try: isinstance([], list[int])
except TypeError as e: print(e)
try: isinstance([], [int])
except TypeError as e: print(e)
try: 3 | int
except TypeError as e: print(e)
def f(a: int, b: "str" = 1, *args: float, c: list[int], **kw: None) -> dict[str, int]: pass
print(f.__annotations__)
print(list[int].append, list[int].__name__)
class L(list[int]): pass
print(L.__mro__, L.__orig_bases__)
