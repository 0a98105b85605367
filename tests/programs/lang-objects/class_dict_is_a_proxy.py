# The `__dict__` of a class can be read only.
class A:
    x = 1
    def f(self): pass
d = A.__dict__
print(type(d), d["x"], "x" in d, "f" in d, sorted(k for k in d if not k.startswith("_")), len(d) > 3)
try: d["y"] = 1
except TypeError as e: print(e)
print(vars(A)["x"], dict(d)["x"], list(d.keys())[0], {k: v for k, v in d.items() if k == "x"})
print(repr(type("E", (), {"__module__": "m", "a": 1}).__dict__)[:30])
