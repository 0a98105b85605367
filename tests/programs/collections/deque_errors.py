# What a deque refuses, in CPython's words.
from collections import deque

d = deque([1, 2, 3])
calls = [
    lambda: deque().pop(), lambda: deque().popleft(), lambda: d.index(9), lambda: d.remove(9), lambda: d[7],
    lambda: d[0:1], lambda: d['a'], lambda: d + [1], lambda: hash(d), lambda: d.nothing, lambda: deque(5),
    lambda: d < [1], lambda: d * 'a', lambda: d.rotate('a'), lambda: d.append(), lambda: deque(1, 2, 3),
]
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
try:
    for item in d:
        d.append(item)
except RuntimeError as error:
    print(error)
try:
    d.maxlen = 2
except AttributeError as error:
    print(error)
