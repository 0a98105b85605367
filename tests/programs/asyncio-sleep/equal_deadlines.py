"""Timers with the same deadline fire in the order in which they were made."""
import asyncio


async def nap(name, *delays):
    for delay in delays:
        await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(
        nap("a", 0.8),
        nap("b", 0.1, 0.7),
        nap("c", 0.8),
        nap("d", 0.4, 0.4),
        nap("e", 0.7, 0.1),
        nap("f", 0.2, 0.2, 0.2, 0.2),
    )


asyncio.run(main())
