# `__getattribute__`, `__getattr__`, `__setattr__` and `__delattr__`.
class A:
    def __getattribute__(self, n):
        if n.startswith("_"): return super().__getattribute__(n)
        print("getattribute", n)
        return super().__getattribute__(n)
    def __getattr__(self, n):
        print("getattr", n)
        if n == "bad": raise AttributeError("no bad")
        return n * 2
    def __setattr__(self, n, v): print("set", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
    def meth(self): return 1
a = A(); a.x = 1; print(a.x, a.yy, a.meth()); del a.x
try: a.bad
except AttributeError as e: print(e)
print(getattr(a, "bad", 5), hasattr(a, "bad"), hasattr(a, "zz"))
