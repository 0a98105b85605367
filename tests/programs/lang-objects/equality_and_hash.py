# Equal objects are one key; `__eq__` alone takes the hash away.
class P:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
    def __hash__(s): return hash(s.x)
    def __repr__(s): return f"P({s.x})"
print({P(1), P(1), P(2)}.__len__(), {P(1): "a"}[P(1)], P(1) in {P(1): 2})
class Q(P): pass
print(hash(Q(1)) == hash(1))
class R(P):
    def __eq__(s, o): return True
try: {R(1)}
except TypeError as e: print(e)
try: {[]: 1}
except TypeError as e: print(e)
try: {{}: 1}
except TypeError as e: print(e)
