import asyncio
import time


async def slow():
    await asyncio.sleep(10)


async def inner():
    try:
        await asyncio.wait_for(slow(), 3)
    except TimeoutError:
        print("inner timeout", time.monotonic())
        return "inner"


async def main():
    print(await asyncio.wait_for(inner(), 5))
    try:
        print(await asyncio.wait_for(inner(), 2))
    except TimeoutError:
        print("outer timeout", time.monotonic())


asyncio.run(main())
