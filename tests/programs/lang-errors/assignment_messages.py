def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def a():
    (1, 2)[0] = 5


def b():
    "abc"[0] = "x"


def c():
    (5).x = 1


def d():
    del (1, 2)[0]


def e():
    [1][5] = 0


def f():
    del {}["k"]


def g():
    None.x = 1


def h():
    del undefined


for action in (a, b, c, d, e, f, g, h):
    attempt(action)
