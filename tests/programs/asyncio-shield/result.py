"""A shield gives the result of what is inside."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    print(await asyncio.shield(work('a', 1)))


asyncio.run(main())
