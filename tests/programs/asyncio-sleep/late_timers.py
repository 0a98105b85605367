"""Timers that came due during a blocking call fire together, by deadline."""
import asyncio
import time


async def nap(name, delay):
    await asyncio.sleep(delay)
    print(name, "woke at", time.monotonic())


async def hog():
    await asyncio.sleep(0)
    time.sleep(5)
    print("hog done")


async def main():
    await asyncio.gather(nap("c", 3), nap("a", 1), nap("z", 6), nap("b", 2), hog())


asyncio.run(main())
