import asyncio
import functools
from typing import Awaitable, Callable, Concatenate, ParamSpec, TypeVar, TypeVarTuple, Unpack

P = ParamSpec('P')
R = TypeVar('R')
Ts = TypeVarTuple('Ts')


def retry(times: int) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def decorate(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(func)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, times + 1):
                try:
                    return await func(*args, **kwargs)
                except ValueError as error:
                    print(f'attempt {attempt}: {error}')
                    await asyncio.sleep(attempt)
            raise RuntimeError('gave up')

        return wrapper

    return decorate


calls = 0


@retry(3)
async def flaky(name: str) -> str:
    global calls
    calls += 1
    if calls < 3:
        raise ValueError(name)
    return name.upper()


print(asyncio.run(flaky('x')))
print(P, P.args, Callable[P, R], Callable[Concatenate[int, P], R], Ts, Unpack[Ts], tuple[*Ts], Callable[P, R][[int, str], bool])
print(wrapper_hints := flaky.__annotations__)
