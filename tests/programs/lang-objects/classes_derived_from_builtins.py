# Instances of classes derived from builtin types.
class I(int):
    def __new__(cls, v, extra=None):
        s = super().__new__(cls, v * 2); s.extra = extra; return s
    def __repr__(self): return f"I({int(self)})"
    def __add__(self, o): return I(int(self) + int(o))
i = I(4, "e"); print(i, i + 1, i.extra, i * 2, type(i * 2), isinstance(i, int), hash(i), i == 8, {8: "x"}[i], f"{i:03d}", [0]*10 and list(range(10))[i], str(i), "%d" % i, -i, i < 9, bool(I(0)))
class S(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def shout(self): return self + "!"
s = S("abc"); print(s, repr(s), s.shout(), type(s.shout()), len(s), s[0], s.lower(), s == "ABC", {s: 1}, f"{s:>5}", "B" in s, s + "x", "x" + s, s * 2, ",".join([s, s]), s.split("B"))
class D(dict):
    def __missing__(self, k): self[k] = v = k * 2; return v
d = D(a=1); print(d["q"], d, d.get("zz"), len(d), d | {"n": 1}, type(d.copy()), list(d), D({"x": 1}), d == {"a": 1, "q": "qq"})
class L(list):
    def __init__(self, *a): super().__init__(a); self.n = 1
    def __getitem__(self, i): return ("item", super().__getitem__(i))
l = L(1, 2, 3); print(l, l[0], l[-1], len(l), l + [1], list(l), sorted(l, reverse=True), l.n, l == [1,2,3]); l.append(4); print(l)
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
t = T(1, 2); print(t, t.a, t == (1, 2), hash(t) == hash((1, 2)), t + (3,), len(t), isinstance(t, tuple)); a, b = t; print(a, b)
class E(Exception):
    def __new__(cls, *a, **k): print("new", a, k); return super().__new__(cls, *a)
    def __init__(self, a, b=2): super().__init__(a); self.b = b
e = E(1, b=3); print(repr(e), e.args, e.b, str(e))
class F(float):
    def __str__(self): return "F!"
print(F(1.5), F("2.5") + 1, repr(F(2)), f"{F(2)}", f"{F(2):.2f}", round(F(2.567), 1))
class Se(set):
    def add(self, x): print("add", x); super().add(x)
q = Se([1]); q.add(2); print(q, q | {3}, type(q | {3}), len(q), 1 in q)
class By(bytes): pass
print(By(b"ab"), By(b"ab") == b"ab", By(3))
class Fs(frozenset): pass
print(Fs([1]), hash(Fs([1])) == hash(frozenset([1])))
