from abc import abstractmethod
from typing import Protocol, SupportsInt, runtime_checkable


class Closeable(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str

    def greet(self) -> str: ...


class Person:
    def __init__(self, name):
        self.name = name

    def greet(self):
        return 'hi ' + self.name


class Explicit(Closeable):
    def close(self):
        print('closed')


class Partial(Protocol):
    @abstractmethod
    def work(self): ...

    def rest(self):
        return 'resting'


class Worker(Partial):
    pass


print(isinstance(Person('ann'), Named), isinstance('text', Named), isinstance(3, SupportsInt))
Explicit().close()
for wrong in [lambda: isinstance(Explicit(), Closeable) and isinstance(Person('a'), Closeable), lambda: Closeable(),
              lambda: Worker(), lambda: issubclass(Person, Named)]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
try:

    class Wrong(Protocol, int):
        pass

except TypeError as error:
    print(error)
