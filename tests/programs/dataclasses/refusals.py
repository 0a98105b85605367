from dataclasses import dataclass, field


def attempt(**options):
    def decorate(cls):
        try:
            print(dataclass(**options)(cls).__name__)
        except Exception as error:
            print(type(error).__name__, error)

    return decorate


@dataclass(frozen=True)
class Frozen:
    x: int


@attempt()
class MutableDefault:
    items: list = []


@attempt()
class DefaultFirst:
    a: int = 1
    b: int


@attempt(order=True, eq=False)
class OrderOnly:
    x: int


@attempt()
class NotFrozen(Frozen):
    y: int


@attempt(order=True)
class HasOrder:
    x: int

    def __lt__(self, other):
        return False


@attempt()
class NoAnnotation:
    x = field()


@attempt(unsafe_hash=True)
class HasHash:
    x: int

    def __hash__(self):
        return 1


try:
    field(default=1, default_factory=list)
except ValueError as error:
    print(error)
