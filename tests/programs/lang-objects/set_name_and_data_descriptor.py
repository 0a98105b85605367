# A data descriptor knows its name and goes before the instance.
class D:
    def __set_name__(self, owner, name): print("setname", owner, name); self.n = name
    def __get__(self, obj, typ=None):
        if obj is None: return self
        return obj.__dict__.get(self.n, "default")
    def __set__(self, obj, v): print("set", v); obj.__dict__[self.n] = v
    def __delete__(self, obj): print("del"); del obj.__dict__[self.n]
class A:
    x = D(); y = D()
a = A(); print(a.x); a.x = 3; print(a.x, a.__dict__); del a.x; print(a.x, type(A.x))
