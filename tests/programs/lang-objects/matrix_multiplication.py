# `@` in its three forms.
class A:
    def __matmul__(s, o): return ("@", o)
    def __rmatmul__(s, o): return ("r@", o)
    def __imatmul__(s, o): return ("i@", o)
a = A(); print(a @ 1, 1 @ a); a @= 2; print(a)
