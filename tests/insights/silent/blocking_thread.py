import asyncio
import time


async def tick():
    for _ in range(3):
        await asyncio.sleep(0.5)


async def main():
    await asyncio.gather(asyncio.to_thread(time.sleep, 1), tick())


asyncio.run(main())
