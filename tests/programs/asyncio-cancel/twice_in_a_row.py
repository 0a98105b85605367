"""Two cancels before the task runs again are delivered as one, and counted as two."""
import asyncio


async def work():
    for attempt in range(3):
        try:
            await asyncio.sleep(1)
            print("slept", attempt)
        except asyncio.CancelledError as error:
            print("cancelled", attempt, error.args)
    return asyncio.current_task().cancelling()


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("one")
    task.cancel("two")
    print("cancelling:", task.cancelling())
    print("result:", await task)


asyncio.run(main())
