# Adding and taking at both ends, and what the deque then is.
from collections import deque

d = deque('abc')
d.append('d')
d.appendleft('z')
print(d, len(d), d[0], d[-1], 'b' in d)
print(d.pop(), d.popleft(), d)
d.extend('xy')
d.extendleft('12')
print(d)
d.insert(2, '-')
d.remove('x')
d.reverse()
print(d, d.index('-'), d.count('a'))
d[0] = 'first'
del d[1]
print(list(d), list(reversed(d)))
print(d + deque([1]), deque([1, 2]) * 2)
d.clear()
print(d, bool(d))
