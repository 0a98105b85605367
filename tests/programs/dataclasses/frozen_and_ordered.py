from dataclasses import FrozenInstanceError, dataclass


@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx):
        return Point(self.x + dx, self.y)


print(Point(1) < Point(2), sorted([Point(3), Point(1, 5), Point(1)]), max(Point(1), Point(0, 9)))
print({Point(1): 'one'}[Point(1)], hash(Point(1, 2)) == hash(Point(1, 2)), Point(1).moved(2))
try:
    Point(1).x = 2
except FrozenInstanceError as error:
    print(type(error), error, isinstance(error, AttributeError))
for wrong in [lambda: Point(1) < 3, lambda: Point('a') < Point(1), lambda: setattr(Point(1), 'z', 1),
              lambda: delattr(Point(1), 'x')]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
Point(2).y = 3
