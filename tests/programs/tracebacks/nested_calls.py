def outer(n):
    return middle(n + 1) * 2


def middle(n):
    values = [inner(n) for _ in range(2)]
    return values


def inner(n):
    if n > 1:
        raise ValueError(f"bad n: {n}")


outer(1)
