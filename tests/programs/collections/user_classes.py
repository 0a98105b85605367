# Classes to derive from.
from collections import UserDict, UserList, UserString

class Doubled(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)
d = Doubled(a=1)
d['b'] = 2
d.update(c=3)
print(d, d.data, len(d), 'a' in d, dict(d), d.get('z', 9), isinstance(d, dict))
l = UserList([3, 1, 2])
l.append(0)
l.sort()
print(l, l[1:], type(l[1:]).__name__, l + [9], l == [0, 1, 2, 3], len(l), max(l))
s = UserString('abc')
print(s, s.upper(), s + 'd', len(s), s[0], s == 'abc', 'b' in s)
