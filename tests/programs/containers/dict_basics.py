d = {"a": 1, 2: "two", (1, 2): [3], None: None}
print(d, len(d), d["a"], d.get("zz"), d.get("zz", 0), 2 in d, "zz" in d)
d["new"] = 5
d["a"] = 10
del d[2]
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("new"), d.pop("new", "gone"), d.setdefault("s", []), d.setdefault("a", 0), d.popitem())
d.update({"u": 1}, k=2)
d.update([("p", 1), ("q", 2)])
print(d)
print({1: "int", 1.0: "float", True: "bool"})
print({"a": 1, **{"a": 2, "b": 3}}, {"x": 1} | {"x": 2, "y": 3}, dict(a=1, b=2), dict([(1, 2)]))
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], dict.fromkeys("ab", 0))
