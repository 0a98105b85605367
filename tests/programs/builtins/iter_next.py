it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as stop:
    print("StopIteration", stop.args)
values = iter([3, 2, 1, 0, 5])
print(list(iter(lambda: next(values), 0)))
print(iter(it) is it, list(it), list(iter("ab")), list(iter({"k": 1})))
