def f(a, b, *, c):
    pass


def g(a, b=2, /):
    pass


def h():
    pass


calls = [
    lambda: f(),
    lambda: f(1),
    lambda: f(1, 2),
    lambda: f(1, 2, 3, c=4),
    lambda: f(1, 2, c=3, d=4),
    lambda: f(1, 2, a=3, c=4),
    lambda: g(),
    lambda: g(a=1),
    lambda: g(1, 2, 3),
    lambda: h(1),
    lambda: h(x=1),
    lambda: f(*5),
    lambda: f(**5),
    lambda: f(**{"a": 1}, **{"a": 2}),
    lambda: f(**{1: 2}),
]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
