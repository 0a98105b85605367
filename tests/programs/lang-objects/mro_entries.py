# `__mro_entries__` stands in for a base that is no class.
class Fake:
    def __mro_entries__(self, bases): print(bases[0] is self); return (int,)
f = Fake()
class A(f): pass
print(A.__bases__, A.__orig_bases__[0] is f, A(3) + 1)
