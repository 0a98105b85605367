import asyncio
import time


def block():
    time.sleep(2)
    print("the worker went on until", time.monotonic())


async def main():
    task = asyncio.create_task(asyncio.to_thread(block))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled at", time.monotonic())
    print("main ends at", time.monotonic())


asyncio.run(main())
print("run ends at", time.monotonic())
