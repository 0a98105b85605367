import asyncio
import time


async def polite():
    for _ in range(3):
        await asyncio.sleep(0.5)


async def rude():
    await asyncio.sleep(0.25)
    time.sleep(1)


async def main():
    await asyncio.gather(polite(), rude())


asyncio.run(main())
