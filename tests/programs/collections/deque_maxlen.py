# A bounded deque lets go at the other end.
from collections import deque

d = deque(maxlen=3)
for n in range(5):
    d.append(n)
print(d, d.maxlen)
d.appendleft('left')
print(d)
d.extend([7, 8])
d.extendleft([9])
print(d, d.copy().maxlen)
print(deque([1, 2, 3, 4], 2), deque([1], maxlen=0))
d += [10]
print(d, deque([1, 2], 3) * 2)
for call in [lambda: deque(maxlen=-1), lambda: deque([], 'a'), lambda: d.insert(0, 1)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
