"""A gather can be awaited more than once."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    outer = asyncio.gather(work('a', 1), work('b', 2))
    print(await outer, await outer, outer.result())


asyncio.run(main())
