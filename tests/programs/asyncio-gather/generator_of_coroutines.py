"""Coroutines of a generator, and none at all."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    print(await asyncio.gather(*(work(name, 0) for name in 'abc')))
    print(await asyncio.gather(*[]))


asyncio.run(main())
