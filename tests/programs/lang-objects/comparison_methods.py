# Comparisons of which a class has only some.
class A:
    def __init__(s, n): s.n = n
    def __lt__(s, o): return s.n < o.n
    def __eq__(s, o): return isinstance(o, A) and s.n == o.n
print(sorted([A(3), A(1), A(2)])[0].n, A(1) < A(2), A(1) > A(2), A(1) == A(1), A(1) != A(1), A(1) != 3)
try: A(1) <= A(2)
except TypeError as e: print(e)
try: hash(A(1))
except TypeError as e: print(e)
print(max([A(3), A(5)]).n, min(A(3), A(2)).n)
class C:
    def __eq__(s, o): return NotImplemented
print(C() == 1, C() == C(), [A(1)] == [A(1)], A(1) in [A(1)], [A(1)].index(A(1)))
