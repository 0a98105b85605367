# `super()` with and without arguments, in methods of every kind.
class A:
    def f(self): return ["A"]
    @classmethod
    def c(cls): return ["Ac", cls.__name__]
    @staticmethod
    def s(): return "As"
    x = 5
    @property
    def p(self): return "Ap"
class B(A):
    def f(self): return ["B"] + super().f()
    @classmethod
    def c(cls): return ["Bc"] + super().c()
    def g(self): return super(B, self).f(), super().s(), super().x, super().p
    @property
    def p(self): return "B" + super().p
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
d = D(); print(d.f(), D.c(), d.g(), d.p, super(D, d).f())
print(super(D, d))
class E(B):
    def f(self): return [super().f() for _ in range(1)] if 0 else super(E, self).f()
    def lam(self): return (lambda: super(E, self).f())()
print(E().f(), E().lam())
try: super().f
except RuntimeError as e: print(e)
def fn(): super()
try: fn()
except RuntimeError as e: print(e)
try: super(int, "a")
except TypeError as e: print(e)
class F(A):
    def __init__(self): super().__init__(); super().__setattr__("q", 1)
print(F().q)
try: super(D, d).nope
except AttributeError as e: print(e)
