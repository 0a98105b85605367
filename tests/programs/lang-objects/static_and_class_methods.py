# Static and class methods, found in classes and instances.
class A:
    n = 0
    @classmethod
    def make(cls, *a): return cls, a
    @staticmethod
    def st(x): return x * 2
    @classmethod
    @property
    def foo(cls): return 1
print(A.make(1), A().make(2), A.st(2), A().st(3), A.make.__func__.__name__, A.__dict__["st"](3))
print(A.__dict__["make"].__func__, ) if 0 else None
print(A.make, A().make.__self__, A.st.__name__)
