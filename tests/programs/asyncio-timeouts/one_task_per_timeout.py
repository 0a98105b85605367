"""Each task has its own."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def limited(name, limit, delay):
    try:
        async with asyncio.timeout(limit):
            return await work(name, delay)
    except TimeoutError:
        return name + ' late'


async def main():
    print(await asyncio.gather(limited('a', 1, 2), limited('b', 2, 1), limited('c', 3, 3)))


asyncio.run(main())
