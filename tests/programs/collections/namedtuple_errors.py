# What named tuples refuse.
from collections import namedtuple

Point = namedtuple('Point', 'x y')
p = Point(1, 2)
def assign():
    p.x = 3
def add():
    p.z = 3
calls = [
    lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: p.z, assign, add, lambda: p._replace(q=1),
    lambda: Point._make([1]), lambda: namedtuple('T', 'a-b'), lambda: namedtuple('T', 'class'),
    lambda: namedtuple('T', '_x'), lambda: namedtuple('T', 'a a'), lambda: namedtuple('T', 'a', defaults=[1, 2]),
]
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
