"""A failed one is given like any other."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def fail():
    await asyncio.sleep(1)
    raise ValueError('failed')


async def main():
    async for task in asyncio.as_completed([work('a', 2), fail()]):
        print(repr(task.exception()))


asyncio.run(main())
