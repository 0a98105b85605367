# `from __future__ import annotations` keeps them as text.
from __future__ import annotations
def f(a: undefined, b: int | None = None) -> list[Foo]: pass
print(f.__annotations__)
class A:
    x: Undefined[1, 2] = 1
print(A.__annotations__)
v: Q.R(1) = 3
print(__annotations__)
