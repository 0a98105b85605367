def counter(step):
    count = 0

    def advance(times=1, *, scale=1):
        nonlocal count
        count += step * times * scale
        return count

    return advance


def apply(function, *args, **kwargs):
    return function(*args, **kwargs)


advance = counter(2)
for number in range(50_000):
    advance()
    advance(number, scale=2)
    apply(advance, number)
    apply(lambda item: item + number, 1)
total = sum(map(lambda item: item * 2, range(100_000)))
found = sorted(range(100_000), key=lambda item: -item)
