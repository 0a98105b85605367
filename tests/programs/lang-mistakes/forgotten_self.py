class A:
    def __init__(self): self.x = 1
    def f(self): return x
    def g(self): return foo
    foo = 3
A().g()
