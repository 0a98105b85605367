# Bases of unrelated metaclasses; a function as metaclass.
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
try:
    class C(A, B): pass
except TypeError as e: print(e)
def f(name, bases, ns): return (name, bases, sorted(ns))
class D(metaclass=f): x=1
print(D)
