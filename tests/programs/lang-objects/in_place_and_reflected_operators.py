# `__iadd__`, and what happens when an operator is not implemented.
class V:
    def __init__(s, n): s.n = n
    def __iadd__(s, o): s.n += o; return s
    def __add__(s, o): return "add"
    def __sub__(s, o): return NotImplemented
    def __rsub__(s, o): return "rsub"
v = V(1); w = v; v += 5; print(v is w, v.n)
try: v - 1
except TypeError as e: print(e)
try: v -= 1
except TypeError as e: print(e)
print(1 - v)
v *= 1 if 0 else 1
