import asyncio
import time


def block(seconds):
    print("block begins at", asyncio_time())
    time.sleep(seconds)
    print("block ends at", asyncio_time())
    return seconds


def asyncio_time():
    return time.monotonic()


async def tick():
    for _ in range(3):
        print("tick", asyncio_time())
        await asyncio.sleep(0.4)


async def main():
    result, _ = await asyncio.gather(asyncio.to_thread(block, 1), tick())
    print(result, asyncio_time())


asyncio.run(main())
