# A descriptor without `__set__` gives way to the instance; functions are such.
class ND:
    def __get__(self, obj, typ): return ("nd", obj is None, typ.__name__)
class A: x = ND()
a = A(); print(a.x, A.x); a.x = 3; print(a.x); del a.x; print(a.x)
def f(self): return self
b = f.__get__(5); print(b(), b)
print(A.__dict__["x"].__get__(None, A))
