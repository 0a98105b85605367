import asyncio
import time


async def work():
    print("start")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled at", time.monotonic())
        raise
    print("never printed")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    print("cancel() says", task.cancel())
    print("not yet:", task.done(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("awaiting it raises")
    print(task.done(), task.cancelled())
    print("cancel() says", task.cancel())


asyncio.run(main())
