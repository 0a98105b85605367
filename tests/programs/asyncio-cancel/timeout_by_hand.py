"""A watchdog task that cancels another."""
import asyncio
import time


async def work():
    try:
        await asyncio.sleep(5)
        return "done"
    except asyncio.CancelledError:
        print("work: cancelled at", time.monotonic())
        raise


async def watchdog(task, limit):
    await asyncio.sleep(limit)
    if not task.done():
        print("watchdog barks")
        task.cancel(f"over {limit} s")


async def main():
    task = asyncio.create_task(work())
    dog = asyncio.create_task(watchdog(task, 2))
    try:
        await task
    except asyncio.CancelledError as error:
        print("main:", error)
    await dog


asyncio.run(main())
