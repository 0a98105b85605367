# Tuples with names.
from collections import namedtuple

Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), tuple(p), len(p))
x, y = p
print(p._replace(x=5), p._asdict(), Point._fields, Point._make([7, 8]))
Account = namedtuple('Account', 'kind balance', defaults=[0])
print(Account('premium'), Account._field_defaults)
print(namedtuple('Row', 'class id id', rename=True)._fields, Point.__doc__, Point.__name__)
class Labelled(Point):
    def __str__(self):
        return f'<{self.x},{self.y}>'
print(Labelled(3, 4), repr(Labelled(3, 4)), isinstance(Labelled(3, 4), tuple))
match p:
    case Point(x=1, y=b):
        print('matched', b)
match p:
    case Point(a, 2):
        print('matched', a)
print({p: 'key'}[(1, 2)], sorted([Point(2, 1), Point(1, 9)]), max(p), hash(p) == hash((1, 2)))
