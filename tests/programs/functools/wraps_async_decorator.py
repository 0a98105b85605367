import asyncio
import functools
import time


def timed(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await func(*args, **kwargs)
        finally:
            print(f'{func.__name__} took {time.perf_counter() - start:.2f}s')

    return wrapper


@timed
async def work(seconds: float) -> str:
    """Waits."""
    await asyncio.sleep(seconds)
    return f'waited {seconds}'


print(work.__name__, work.__doc__, work.__qualname__, work.__module__, work.__annotations__)
print(asyncio.iscoroutinefunction(work), work.__wrapped__.__name__)
print(asyncio.run(work(0.25)))
