# Containers made of a few methods.
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence, Set

class Squares(Sequence):
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i
s = Squares(4)
print(list(s), 4 in s, s.index(9), s.count(1), list(reversed(s)), isinstance(s, Sequence))
class Lower(MutableMapping):
    def __init__(self):
        self.data = {}
    def __getitem__(self, key):
        return self.data[key.lower()]
    def __setitem__(self, key, value):
        self.data[key.lower()] = value
    def __delitem__(self, key):
        del self.data[key.lower()]
    def __iter__(self):
        return iter(self.data)
    def __len__(self):
        return len(self.data)
m = Lower()
m.update(A=1, B=2)
print(m['a'], m.pop('B'), m.get('z', 0), m.setdefault('C', 3), dict(m), list(m.items()), 'c' in m, m == {'a': 1, 'c': 3})
class Unique(Set):
    def __init__(self, items):
        self.items = list(dict.fromkeys(items))
    def __contains__(self, item):
        return item in self.items
    def __iter__(self):
        return iter(self.items)
    def __len__(self):
        return len(self.items)
a, b = Unique([1, 2, 3]), Unique([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == Unique([3, 2, 1]), a.isdisjoint(b))
for cls in (Sequence, MutableSequence, Mapping):
    try:
        cls()
    except TypeError as error:
        print(error)
