from dataclasses import KW_ONLY, dataclass


@dataclass(slots=True)
class Packed:
    a: int
    b: int = 2


packed = Packed(1)
print(packed, Packed.__slots__, hasattr(packed, '__dict__'))
try:
    packed.c = 3
except AttributeError as error:
    print(error)


@dataclass(kw_only=True)
class Options:
    name: str
    debug: bool = False


print(Options(name='x'))
try:
    Options('x')
except TypeError as error:
    print(error)


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 2


print(Mixed(1, b=3), Mixed.__match_args__)
