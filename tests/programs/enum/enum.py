# Members, lookups and what they print.
from enum import Enum, auto

class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = auto()
    def describe(self):
        return f'{self.name} is {self.value}'
    @classmethod
    def default(cls):
        return cls.GREEN

print(Color, Color.RED, repr(Color.RED), list(Color), len(Color), Color.BLUE.value, Color.CRIMSON)
print(Color(2), Color['BLUE'], Color.RED.describe(), Color.default(), Color.RED is Color(1), Color.RED == 1)
print(Color.RED in Color, 1 in Color, 9 in Color, Color.__members__, [c.name for c in reversed(Color)])
print(f'{Color.RED} {Color.RED!r} {Color.RED:>12}|', {Color.RED: 'r'}[Color.RED], isinstance(Color.RED, Color), bool(Color.RED))
match Color(2):
    case Color.RED:
        print('red')
    case Color.GREEN:
        print('green')
print(hash(Color.RED) == hash('RED'), Color.RED.__class__.__name__, type(Color).__name__, sorted(Color, key=lambda c: c.name))
