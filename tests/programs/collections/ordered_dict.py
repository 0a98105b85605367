# Order counts: moving, taking from both ends, comparing.
from collections import OrderedDict

d = OrderedDict(a=1, b=2, c=3)
d.move_to_end('a')
print(d)
d.move_to_end('c', last=False)
print(d, list(reversed(d)))
print(d.popitem(), d.popitem(last=False), d)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1})
for call in [lambda: d.move_to_end('q'), lambda: OrderedDict().popitem()]:
    try:
        call()
    except KeyError as error:
        print('KeyError', error)
print(OrderedDict(), OrderedDict.fromkeys('ab', 0), OrderedDict(a=1) | {'b': 2}, d.copy() == d)
cache = OrderedDict()
for key in 'abcabd':
    if key in cache:
        cache.move_to_end(key)
    else:
        cache[key] = key.upper()
        if len(cache) > 2:
            print('out', cache.popitem(last=False))
print(cache)
