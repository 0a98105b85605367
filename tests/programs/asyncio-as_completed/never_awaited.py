"""A coroutine of it that is not awaited is a coroutine like any other."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    for coroutine in asyncio.as_completed([work('a', 1)]):
        pass


asyncio.run(main())
