class Shape:
    sides = 0

    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def scaled(self, factor, extra=1):
        return self.area() * factor + extra


class Square(Shape):
    sides = 4

    def area(self):
        return self.size * self.size

    @property
    def corners(self):
        return self.sides

    def __add__(self, other):
        return Square(self.size + other.size)


total = 0
for number in range(40_000):
    shape = Square(number) + Square(1)
    total += shape.scaled(3) + shape.scaled(2, extra=5) + shape.corners
