import asyncio
import time


def block():
    time.sleep(3)
    print("worker done at", time.monotonic())


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(block), 1)
    except TimeoutError:
        print("timed out at", time.monotonic())


asyncio.run(main())
print("over at", time.monotonic())
