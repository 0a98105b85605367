"""The shutdown waits for a task that goes on after being cancelled."""
import asyncio
import time


async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("not yet")
    await asyncio.sleep(2)
    print("finished at", time.monotonic())


async def main():
    asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print("main done at", time.monotonic())


asyncio.run(main())
print("run returned at", time.monotonic())
