# A class body stores its names in what `__prepare__` gave.
class Log(dict):
    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases): return Log()
    def __new__(mcs, name, bases, ns):
        print(type(ns).__name__)
        return super().__new__(mcs, name, bases, dict(ns))
class A(metaclass=Meta):
    x = 1
    x = 2
    def f(self): return __class__
print(A.x, A().f())
