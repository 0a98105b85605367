# A descriptor that puts what it computed into the instance.
class cached:
    def __init__(self, f): self.f = f; self.__doc__ = f.__doc__
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o); return v
class A:
    @cached
    def x(self):
        "doc"
        print("computed"); return 4
a = A(); print(a.x, a.x, A.x.__doc__)
