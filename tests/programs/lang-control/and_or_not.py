def f(value):
    print("f", value)
    return value


print(f(0) and f(1))
print(f(1) and f(2))
print(f(0) or f("") or f([]))
print(f(3) or f(4))
print(not f(0), not f(1), not not f("x"))
print(1 if f(0) or f(5) else 2)
