from typing import Dict, Generic, List, TypeVar

K = TypeVar('K')
V = TypeVar('V')


class Box(Generic[V]):
    def __init__(self, value: V) -> None:
        self.value = value

    def get(self) -> V:
        return self.value


class Cache(Generic[K, V]):
    def __init__(self):
        self.items: Dict[K, V] = {}


class IntBox(Box[int]):
    pass


class Stack(List[V]):
    def peek(self) -> V:
        return self[-1]


print(Box[int], Box[int](3).get(), Box('x').get(), Box[V], Cache[str, int], Cache[str, Box[int]])
print(Box.__parameters__, IntBox.__parameters__, Cache.__orig_bases__, Box[int](3).__orig_class__)
print([cls.__name__ for cls in IntBox.__mro__], [cls.__name__ for cls in Stack.__mro__], Stack([1, 2]).peek())
print(isinstance(IntBox(1), Box), IntBox(4).get())
for wrong in [lambda: Box[int, str], lambda: Cache[int], lambda: IntBox[int], lambda: Generic[int],
              lambda: isinstance(3, Box[int])]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
