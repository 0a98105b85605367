def f(x, y):
    return x.attribute + y


class A:
    pass


result = f(A(), 1) + f(2, 3)
