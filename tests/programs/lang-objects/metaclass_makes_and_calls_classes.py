# A metaclass makes its classes, sets them up and is called with them.
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, bases, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", cls, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", a, k)
        return super().__call__(*a, **k)
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v): self.v = v
class B(A): pass
print(type(A), type(B), A(3).v, B(4).v)
print(isinstance(A, Meta), issubclass(Meta, type))
M2 = Meta("Dyn", (A,), {"y": 2})
print(M2, M2.y, M2.__mro__, M2.__bases__)
