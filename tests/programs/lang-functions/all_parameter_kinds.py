def f(a, b, /, c, d=4, *rest, e, g=7, **others):
    print(a, b, c, d, rest, e, g, others)


f(1, 2, 3, e=5)
f(1, 2, c=3, e=5)
f(1, 2, 3, 40, 50, 60, e=5, g=70, h=80, a=90)
f(*[1, 2], *(3,), **{"e": 5}, **{"z": 26})
