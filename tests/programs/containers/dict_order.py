d = {}
for word in "the quick brown fox jumps over the lazy dog the end".split():
    d[word] = d.get(word, 0) + 1
print(d)
del d["the"]
d["the"] = 0
print(list(d)[-1], list(reversed(d))[:2])
print(sorted(d.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
e = d
e |= {"z": 1}
print("z" in d)
