def ping(n):
    pong(n)


def pong(n):
    if n == 0:
        return undefined
    ping(n - 1)


ping(3)
