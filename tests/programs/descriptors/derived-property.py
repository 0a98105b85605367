class logged(property):
    """Says when it is read."""

    def __get__(self, instance, owner=None):
        if instance is not None:
            print('reading', self.fget.__name__)
        return super().__get__(instance, owner)


class Point:
    def __init__(self, x):
        self._x = x

    @logged
    def x(self):
        """Where it is."""
        return self._x

    @x.setter
    def x(self, x):
        self._x = x


print(type(Point.x).__name__, Point.x.fget(Point(3)), Point.x.fset is not None, Point.x.fdel)
point = Point(1)
print(point.x)
