# A builtin that is used in a loop, until the program makes a global of that name, and again after it is gone.
def size(items):
    return len(items)


print([size("abc") for _ in range(3)])
len = lambda items: "mine"
print([size("abc") for _ in range(2)])
del len
print([size("abc") for _ in range(2)])
kept = dict(globals())
for name in [name for name in globals() if name.startswith("k_")]:
    del globals()[name]
globals()["len"] = lambda items: "again"
print(size("abc"))
globals().pop("len")
print(size("abc"))
