def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


print(factorial(25), hanoi(6, "a", "b", "c"), depth(900))
