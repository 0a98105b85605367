# What is abstract cannot be made.
from abc import ABC, ABCMeta, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self):
        return f'{self.name}: {self.area()}'
class Square(Shape):
    def __init__(self, side):
        self.side = side
    def area(self):
        return self.side ** 2
    @property
    def name(self):
        return 'square'
class Half(Shape):
    def area(self):
        return 0
print(Square(3).describe(), isinstance(Square(1), Shape), sorted(Shape.__abstractmethods__), Half.__abstractmethods__)
class Meta(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def help(): ...
for cls in (Shape, Half, Meta):
    try:
        cls()
    except TypeError as error:
        print(error)
class Base(ABC):
    @abstractmethod
    def greet(self):
        return 'hello'
class Child(Base):
    def greet(self):
        return super().greet() + '!'
print(Child().greet(), type(Base).__name__, Base.__mro__[-2].__name__)
