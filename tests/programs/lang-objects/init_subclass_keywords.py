# `__init_subclass__` gets the keywords of the class statement.
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag; Base.subs.append(cls)
class A(Base, tag="a"): pass
class B(A): pass
print(Base.subs, A.tag, B.tag)
try:
    class C(Base, foo=1): pass
except TypeError as e: print(e)
try:
    class D(foo=1): pass
except TypeError as e: print(e)
