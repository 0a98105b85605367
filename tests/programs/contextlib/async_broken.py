import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def never():
    if False:
        yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


@asynccontextmanager
async def again():
    try:
        yield 1
    except ValueError:
        yield 2


@asynccontextmanager
async def plain():
    yield


async def main():
    for manager, error in ((never, None), (twice, None), (again, ValueError("v"))):
        try:
            async with manager():
                if error:
                    raise error
        except RuntimeError as problem:
            print(problem)
    for error in (StopIteration("si"), StopAsyncIteration("sai"), RuntimeError("rt"), KeyError("k")):
        try:
            async with plain():
                raise error
        except Exception as out:
            print(repr(out), out is error)


asyncio.run(main())
