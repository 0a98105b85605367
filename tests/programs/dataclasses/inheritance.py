from dataclasses import dataclass, field, fields


@dataclass
class Base:
    a: int
    b: int = 2

    def __post_init__(self):
        print('base', self.a)


@dataclass
class Derived(Base):
    c: int = 3
    b: int = 20
    d: list = field(default_factory=lambda: [1], compare=False)

    def __post_init__(self):
        super().__post_init__()
        print('derived', self.c)


print(Derived(1), Derived(1) == Derived(1, d=[]), [f.name for f in fields(Derived)])
print(Derived(1) == Base(1), isinstance(Derived(1), Base))
