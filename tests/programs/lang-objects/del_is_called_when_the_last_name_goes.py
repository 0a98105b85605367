# `__del__` is called when the last reference goes.
class A:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
a = A(1); a = A(2); del a
def f():
    x = A(3); print("in f")
f(); l = [A(4), A(5)]; l.clear(); b = A(6); print("end")
