# `__prepare__` gives the names that a class body begins with.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"added": 5}
class A(metaclass=Meta):
    y = added + 1
print(A.y, A.added)
