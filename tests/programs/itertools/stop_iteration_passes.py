# An iterator ends where a function that it calls raises StopIteration.
from itertools import chain, cycle, islice, starmap, takewhile

def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, active))
        yield from map(next, iterators)
print(list(roundrobin('ABC', 'D', 'EF')))
empty = iter([])
print(list(map(next, [iter('a'), empty, iter('b')])), list(starmap(next, [(iter('c'),), (empty,)])))
def stop(x):
    raise StopIteration
print(list(takewhile(stop, 'abc')), list(filter(stop, 'abc')), list(chain('x', filter(stop, 'y'))))
def generator():
    yield next(empty)
try:
    list(generator())
except RuntimeError as error:
    print(error)
