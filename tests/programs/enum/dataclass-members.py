from dataclasses import dataclass, field
from enum import Enum


@dataclass
class Creature:
    size: str
    legs: int = 4
    secret: int = field(default=0, repr=False)


class Animal(Creature, Enum):
    DOG = 'medium'
    BEETLE = 'small', 6


print(Animal.DOG, list(Animal), Animal.BEETLE.legs)
