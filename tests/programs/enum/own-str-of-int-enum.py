from enum import IntEnum, IntFlag, ReprEnum, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 2

    def __str__(self):
        return self.name.lower()


class Color(StrEnum):
    RED = auto()

    def __str__(self):
        return f'the color {self.value}'


class Bits(IntFlag):
    A = 1
    B = 2

    def __str__(self):
        return self.name or '?'


class Weight(float, ReprEnum):
    LIGHT = 1.5


for member in (Level.HIGH, Color.RED, Bits.B, Weight.LIGHT):
    print(str(member), f'{member}', format(member, '>8'), '{} %s'.format(member) % member, repr(member))
