from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    def moved(self, dx):
        return self._replace(x=self.x + dx)

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5


p = Point(3, 4)
print(p, p.x, p[1], p.length, p.moved(1), Point(5), p == (3, 4), Point._fields, Point._field_defaults)
x, y = p
print(x + y, p._asdict(), Point.__annotations__, isinstance(p, tuple), sorted([Point(2), Point(1, 5)]), hash(p) == hash((3, 4)))
match p:
    case Point(x=3, y=y):
        print('matched', y)
Job = NamedTuple('Job', [('name', str), ('seconds', float)])
print(Job('a', 1.5), Job(name='b', seconds=2), Job.__annotations__)
for wrong in [lambda: Point(), lambda: Point(1, 2, 3), lambda: setattr(p, 'x', 1), lambda: p.z]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
try:

    class Bad(NamedTuple):
        a: int = 1
        b: int

except TypeError as error:
    print(error)
