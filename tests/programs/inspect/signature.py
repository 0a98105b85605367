# Signatures as they were written.
import functools
import inspect

def f(a, b: int = 2, /, c='x', *args: str, d, e: list[int] = None, **options) -> bool: pass
class Point:
    def __init__(self, x, y=0): pass
    def move(self, dx, *, dy=1): pass
    @classmethod
    def origin(cls, scale): pass
    @staticmethod
    def help(topic=None): pass
def wrapper(g):
    @functools.wraps(g)
    def inner(*args, **kwargs): return g(*args, **kwargs)
    return inner
@wrapper
def wrapped(q, *, r=3): pass
for thing in (f, Point, Point.move, Point(1).move, Point.origin, Point.help, wrapped, lambda: 0, lambda *, k: k, functools.partial(f, 1, e=5)):
    print(inspect.signature(thing))
s = inspect.signature(f)
for name, p in s.parameters.items():
    print(name, p.kind, p.kind.description, p.default is inspect.Parameter.empty, p.annotation, repr(p))
print(s.return_annotation, repr(s), list(s.parameters)[:2])
b = s.bind(1, d=4, z=9)
print(b.arguments, b.args, b.kwargs)
b.apply_defaults()
print(b)
for args, kwargs in [((), {}), ((1,), {}), ((1, 2, 3), {'c': 1, 'd': 0})]:
    try:
        s.bind(*args, **kwargs)
    except TypeError as error:
        print(error)
print(inspect.signature(Point).replace(parameters=[inspect.Parameter('z', inspect.Parameter.KEYWORD_ONLY, default=1)]))
print(inspect.getfullargspec(f))
