# Properties with setters, deleters and documentation.
class A:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError("negative")
        self._x = v
    @x.deleter
    def x(self): print("deleted")
    @property
    def ro(self): return 1
    wo = property(None, lambda s, v: print("wo", v))
a = A(); a.x = 5; print(a.x); del a.x; print(A.x.__doc__, A.x.fget.__name__)
for f in ("a.x = -1", ):
    try: a.x = -1
    except ValueError as e: print(e)
try: a.ro = 1
except AttributeError as e: print(e)
try: del a.ro
except AttributeError as e: print(e)
a.wo = 3
try: a.wo
except AttributeError as e: print(e)
class B(A):
    @A.x.getter
    def x(self): return "B" + str(self._x)
b = B(); b.x = 3; print(b.x, type(A.x), isinstance(A.x, property))
class myprop(property): pass
class C:
    @myprop
    def z(self): return 9
print(C().z, type(C.z).__name__)
