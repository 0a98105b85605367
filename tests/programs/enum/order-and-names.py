from enum import Enum


class Right(Enum):
    _order_ = 'a b'
    a = 1
    b = 2
    c = 1


print(list(Right))
for text in ('b a', 'a', 'a b d'):
    try:
        class Wrong(Enum):
            _order_ = text
            a = 1
            b = 2
    except TypeError as error:
        print(error)
try:
    Enum('Odd', 'mro other')
except ValueError as error:
    print(error)
