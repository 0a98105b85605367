"""Closures see the variable, not the value it had; a default keeps the value."""
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])

functions = []
for n in range(3):
    functions.append(lambda: n)
print([f() for f in functions])
