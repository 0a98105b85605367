class Circle:
    def __init__(self, radius):
        self._radius = radius

    @property
    def radius(self):
        """The radius."""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._radius = value

    @property
    def area(self):
        return round(3.14159 * self._radius**2, 2)


c = Circle(2)
print(c.radius, c.area)
c.radius = 3
print(c.radius, c.area)
try:
    c.radius = -1
except ValueError as error:
    print(error)
try:
    c.area = 5
except AttributeError as error:
    print(error)
