s = "abc"
t = s
s += "d"
print(s, t)
d = {"abc": 1}
print(d["ab" + "c"], hash("x") == hash("x"), "abc".__len__(), "abc".__class__.__name__)
