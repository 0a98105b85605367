import asyncio
import time


def block(seconds):
    time.sleep(seconds)
    return seconds


async def tick():
    for _ in range(2):
        await asyncio.sleep(0.4)


async def main():
    await asyncio.gather(asyncio.to_thread(block, 1), tick())


asyncio.run(main())
