def counter(start):
    def step(by=1):
        nonlocal start
        start += by
        return start

    def peek():
        return start

    return step, peek


step, peek = counter(10)
other, _ = counter(0)
print(step(), step(5), peek(), other(), peek())
