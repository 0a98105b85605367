from functools import cached_property, lru_cache, partial, reduce, singledispatch
import traceback

@lru_cache
def f(x): return g(x)
def g(x): raise ValueError(x)
class C:
    @cached_property
    def p(self): return g('prop')
@singledispatch
def s(x): return g('disp')
for call in (lambda: f(1), lambda: C().p, lambda: s(1), lambda: reduce(lambda a, b: g(a), [1, 2]), lambda: partial(g, 2)(), lambda: sorted([3,1], key=partial(g))):
    try: call()
    except ValueError as e:
        traceback.print_exc()
@lru_cache(maxsize=None)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
f(5)
