x = 1


def f(value=x * 10):
    return value


x = 5
print(f(), f(x))
