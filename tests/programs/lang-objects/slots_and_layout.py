# Private slots; bases whose instances hold different things.
class A:
    __slots__ = ("__x",)
    def __init__(self): self.__x = 1
    def get(self): return self.__x
print(A().get(), A._A__x)
class B1: __slots__ = ("a",)
class B2: __slots__ = ("b",)
try:
    class C(B1, B2): pass
except TypeError as e: print(e)
try:
    class C(int, str): pass
except TypeError as e: print(e)
