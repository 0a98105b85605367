def numbers():
    n = 0
    while True:
        n += 1
        yield n


def take(n, source):
    for _, x in zip(range(n), source):
        yield x


def evens(source):
    return (x for x in source if x % 2 == 0)


print(list(take(5, evens(numbers()))))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(take(10, fibonacci())))
