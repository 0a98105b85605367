d = {"a": 1, "b": 2}
keys, items = d.keys(), d.items()
print(keys, d.values(), items)
d["c"] = 3
print(keys, len(items), ("a", 1) in items, "c" in keys)
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), keys == {"a", "b", "c"})
print(keys - {"a", "b"})
d.clear()
print(keys, d)
