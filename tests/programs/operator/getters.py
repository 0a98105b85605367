# Functions that get items, attributes and call methods.
from operator import attrgetter, itemgetter, methodcaller
from types import SimpleNamespace

rows = [('b', 2), ('a', 3), ('c', 1)]
print(sorted(rows, key=itemgetter(1)), itemgetter(0, 1)(rows[0]), itemgetter('k')({'k': 1}), itemgetter(slice(1, 3))('abcd'))
n = SimpleNamespace(name='x', inner=SimpleNamespace(value=7))
print(attrgetter('name')(n), attrgetter('inner.value', 'name')(n))
print(methodcaller('upper')('abc'), methodcaller('split', ',', maxsplit=1)('a,b,c'))
print(itemgetter(1), attrgetter('a.b', 'c'), methodcaller('f', 1, k=2))
for call in [lambda: attrgetter(1), lambda: itemgetter(5)([1]), lambda: attrgetter('zz')(n)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
