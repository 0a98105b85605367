"""A cancelled wait for the next one leaves it to the one after."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    first, second = asyncio.as_completed([work('a', 2), work('b', 3)])
    waiting = asyncio.create_task(first)
    other = asyncio.create_task(second)
    await asyncio.sleep(1)
    waiting.cancel()
    print(await other)


asyncio.run(main())
