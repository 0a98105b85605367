# `__class_getitem__` makes a class subscriptable.
class A:
    def __class_getitem__(cls, item): return (cls.__name__, item)
class B(A): pass
print(A[int], B[1, 2])
class C: pass
try: C[int]
except TypeError as e: print(e)
try: int[str]
except TypeError as e: print(e)
