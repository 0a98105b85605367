# Members that are numbers or strings.
from enum import Enum, IntEnum, StrEnum, auto

class Level(IntEnum):
    LOW = 1
    HIGH = 2
print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.LOW < Level.HIGH, f'{Level.HIGH:03}', Level.LOW == 1, max(Level), [0, 1, 2][Level.HIGH])
print('%d %s' % (Level.HIGH, Level.HIGH), Level(2), isinstance(Level.LOW, int), list(Level), sum(Level))
class State(StrEnum):
    OPEN = auto()
    SHUT = 'closed'
print(State.OPEN, repr(State.OPEN), State.SHUT == 'closed', State.SHUT.upper(), f'{State.OPEN:>6}', State('closed'), 'is ' + State.OPEN, ','.join(State))
class Mixed(str, Enum):
    A = 'a'
print(Mixed.A, repr(Mixed.A), f'{Mixed.A}', Mixed.A == 'a', Mixed.A.upper(), Mixed('a'))
class Number(int, Enum):
    THREE = 3
print(Number.THREE, repr(Number.THREE), f'{Number.THREE}', Number.THREE + 1, {3: 'x'}[Number.THREE])
