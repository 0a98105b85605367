# Filters and slices of iterators.
from itertools import compress, dropwhile, filterfalse, islice, takewhile

numbers = [1, 4, 6, 3, 8, 2]
print(list(takewhile(lambda n: n < 5, numbers)), list(dropwhile(lambda n: n < 5, numbers)))
print(list(filterfalse(lambda n: n % 2, numbers)), list(filterfalse(None, [0, 1, '', 'a'])))
print(list(compress('abcdef', [1, 0, 1, 0, 1, 1])))
print(list(islice(numbers, 2)), list(islice(numbers, 2, 4)), list(islice(numbers, 1, None, 2)), list(islice(numbers, 0)))
rest = iter(numbers)
print(list(islice(rest, 1, 4, 2)), list(rest))
for call in [lambda: islice(numbers, -1), lambda: islice(numbers, 1, -5), lambda: islice(numbers, 0, 3, 0), lambda: islice(7, 1)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
