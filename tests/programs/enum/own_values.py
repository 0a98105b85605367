# Members with parts, with a value of their own making, made by a function.
from enum import Enum, IntEnum, auto, member, nonmember

class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.3)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def ratio(self):
        return round(self.mass / self.radius, 2)
print(Planet.EARTH.mass, Planet.MARS.ratio, repr(Planet.EARTH), Planet((0.6, 3.3)))
class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made
    X = (0, 'across')
    Y = (1, 'up')
print(Coordinate.Y.label, Coordinate(1), Coordinate.X)
class Lenient(Enum):
    A = 'a'
    @classmethod
    def _missing_(cls, value):
        return cls.A if value == 'A' else None
print(Lenient('A'))
class Shape(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.title()
    SQUARE = auto()
    CIRCLE = auto()
print(list(Shape))
Animal = Enum('Animal', 'CAT DOG')
print(Animal, list(Animal), list(Enum('Pair', {'x': 1, 'y': 'z'})), list(IntEnum('Count', 'P Q', start=7)))
class Operation(Enum):
    ADD = member(lambda a, b: a + b)
    FACTOR = nonmember(5)
print(Operation.ADD.value(1, 2), Operation.FACTOR, len(Operation))
class Odd(Enum):
    LIST = [1]
print(Odd.LIST, Odd([1]))
