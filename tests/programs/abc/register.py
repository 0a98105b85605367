# Classes that belong without deriving.
from abc import ABC, abstractmethod

class Drawable(ABC):
    @abstractmethod
    def draw(self): ...
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Drawable and any('draw' in base.__dict__ for base in other.__mro__):
            return True
        return NotImplemented
class Duck:
    def draw(self):
        return 'duck'
class Stone:
    pass
print(isinstance(Duck(), Drawable), isinstance(Stone(), Drawable), issubclass(Duck, Drawable))
class Serial(ABC):
    pass
@Serial.register
class Record:
    pass
Serial.register(int)
class SubRecord(Record):
    pass
print(isinstance(Record(), Serial), isinstance(5, Serial), issubclass(SubRecord, Serial), issubclass(str, Serial), Serial in Record.__mro__)
try:
    Serial.register(3)
except TypeError as error:
    print(error)
