import asyncio
import time


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("closing", time.monotonic())
        await asyncio.sleep(2)
        print("closed", time.monotonic())


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", time.monotonic())


asyncio.run(main())
