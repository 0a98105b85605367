# Iterators that never end, and taking some of them.
from itertools import count, cycle, islice, repeat, takewhile

print(list(islice(count(10), 3)), list(islice(count(1, 0.5), 3)), list(islice(count(5, -2), 3)))
print(list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(cycle([])))
ids = count(1)
print(next(ids), next(ids), ids, count(2, 3), count(1.5), repeat(4), repeat('a', 2))
print(list(zip(count(), 'abc')), list(map(pow, range(4), repeat(2))))
print(list(takewhile(lambda n: n < 20, (n * n for n in count()))))
