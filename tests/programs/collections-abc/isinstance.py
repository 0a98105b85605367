# Which builtin values belong where.
import collections
from collections import abc

class Iterating:
    def __iter__(self):
        return self
    def __next__(self):
        raise StopIteration
values = [1, 'a', [1], (1,), {1: 2}, {1}, frozenset(), range(3), iter([]), (i for i in []), len, None, b'', {}.keys(), {}.items(), {}.values(), collections.deque(), zip(), map(int, []), lambda: 0, Iterating()]
for name in ('Hashable', 'Sized', 'Iterable', 'Iterator', 'Callable', 'Sequence', 'MutableSequence', 'Mapping', 'MutableMapping', 'Set', 'MutableSet', 'Generator', 'Collection', 'Container', 'Reversible'):
    cls = getattr(abc, name)
    print(name, ''.join('x' if isinstance(value, cls) else '.' for value in values))
async def work(): pass
async def items(): yield
c = work()
print(isinstance(c, abc.Coroutine), isinstance(c, abc.Awaitable), isinstance(items(), abc.AsyncIterator), isinstance(items(), abc.AsyncGenerator), issubclass(list, abc.Sequence), issubclass(dict, abc.Mapping))
c.close()
