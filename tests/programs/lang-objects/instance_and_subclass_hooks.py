# `__instancecheck__` and `__subclasscheck__` of a metaclass.
class Meta(type):
    def __instancecheck__(cls, x): return x == 5
    def __subclasscheck__(cls, c): return c is int
class A(metaclass=Meta): pass
print(isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A))
print(isinstance(5, (str, A)), isinstance(A(), A))
