# `__slots__` are all that instances hold.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
p = P(1, 2); print(p.x, p.y)
try: p.z = 3
except AttributeError as e: print(e)
try: p.__dict__
except AttributeError as e: print(e)
del p.x
try: p.x
except AttributeError as e: print(e)
print(P.x, P.__slots__, type(P.x))
try:
    class Q:
        __slots__ = ("a",); a = 1
except ValueError as e: print(e)
class R(P): pass
r = R(1, 2); r.z = 3; print(r.z, r.x)
class S(P): __slots__ = ("w",)
s = S(1,2); s.w = 5; print(s.x, s.w)
try: s.q = 1
except AttributeError as e: print(e)
class T: __slots__ = "one"
t = T(); t.one = 1; print(t.one)
try: vars(p)
except TypeError as e: print(e)
print(hasattr(p, "__dict__"), sorted(n for n in dir(p) if not n.startswith("__")))
