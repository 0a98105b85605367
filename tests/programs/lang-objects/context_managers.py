# `with` over several managers, and what is none.
class C:
    def __init__(s, n, sup=False): s.n = n; s.sup = sup
    def __enter__(s): print("enter", s.n); return s
    def __exit__(s, t, v, tb): print("exit", s.n, t, v, tb is not None); return s.sup
with C(1) as a, C(2): print(a.n)
with (C(3) as x, C(4, True) as y): raise ValueError("boo")
try:
    with C(5): raise KeyError("k")
except KeyError as e: print(repr(e))
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(s): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
