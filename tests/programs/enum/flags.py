# Flags and their combinations.
from enum import Flag, IntFlag, auto

class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7
both = Perm.R | Perm.W
print(both, repr(both), Perm(0), repr(Perm(0)), ~Perm.R, Perm.R in both, Perm.X in both, list(Perm), list(both), Perm.RWX, bool(Perm.R & Perm.X), Perm(5), len(Perm.RWX), both.name, both.value, Perm.R ^ Perm.RWX, Perm)
for call in [lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.R]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
class Mode(IntFlag):
    A = auto()
    B = auto()
    C = auto()
print(Mode.A, repr(Mode.A), Mode.A | Mode.B, repr(Mode.A | Mode.B), repr(Mode.A | 8), repr(Mode(0)), repr(~Mode.A), Mode.A | Mode.B == 3, list(Mode), Mode.C.value, f'{Mode.B}', Mode.A + 1)
class Zero(Flag):
    NONE = 0
    ONE = 1
print(Zero.NONE, repr(Zero.NONE), list(Zero), Zero.ONE & Zero.NONE)
