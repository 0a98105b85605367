"""wait_for waits until the cancelled work has really ended."""
import asyncio
import time


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(3)
        print("cleaned up at", time.monotonic())


async def main():
    try:
        await asyncio.wait_for(slow(), 1)
    except TimeoutError:
        print("timeout at", time.monotonic())


asyncio.run(main())
