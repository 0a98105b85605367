# Counting, and what counts are good for.
from collections import Counter

c = Counter('mississippi')
print(c, c['s'], c['q'], c.total())
print(c.most_common(2), c.most_common())
print(sorted(c.elements()))
c.update('miss')
c.subtract({'m': 5})
print(c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=1)
print(a + b, a - b, a & b, a | b, +Counter(x=-1, y=2), -Counter(x=-1, y=2))
a += b
print(a, a == Counter(a=4, b=3, c=1), a >= b, Counter(a=1) <= Counter(a=1, b=0), Counter(a=0) == Counter())
del a['nothing']
print(Counter(), Counter(['x', 'y', 'x']), Counter({'z': 'no', 'w': 1}))
print(dict(Counter(n % 3 for n in range(10))))
try:
    Counter.fromkeys('ab')
except NotImplementedError as error:
    print(error)
