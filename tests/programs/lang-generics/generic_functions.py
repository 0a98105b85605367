# A function with type parameters (PEP 695).
import asyncio


def first[T](xs: list[T]) -> T:
    return xs[0]


async def later[T](x: T) -> T:
    return x


def bounded[T: int, U: (int, str)](x: T, y: U) -> T:
    return x


def variadic[*Ts, **P](*args: *Ts, **kw: P.kwargs):
    pass


print(first([1]), first.__type_params__, first.__annotations__, first.__qualname__)
print(asyncio.run(later(3)))
T, U = bounded.__type_params__
print(T.__bound__, U.__constraints__, T.__name__, repr(T), type(T))
print(variadic.__type_params__)
