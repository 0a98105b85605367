# What enumerations refuse.
from enum import Enum, StrEnum, unique

class Color(Enum):
    RED = 1
def assign():
    Color.RED = 5
def delete():
    del Color.RED
def change():
    Color.RED.value = 5
def extend():
    class More(Color):
        BLUE = 2
def repeat():
    class Twice(Enum):
        A = 1
        A = 2
def sunder():
    class Sunder(Enum):
        _x_ = 1
def same():
    @unique
    class Same(Enum):
        A = 1
        B = 1
def not_text():
    class Text(StrEnum):
        A = 1
calls = [lambda: Color(9), lambda: Color['X'], lambda: Color.PURPLE, lambda: Color.RED < Color.RED, lambda: Color(),
         assign, delete, change, extend, repeat, sunder, same, not_text]
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
