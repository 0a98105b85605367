"""Cancelling a task raises CancelledError in the one that awaits it, which may go on."""
import asyncio


async def inner():
    await asyncio.sleep(10)


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer saw it; cancelling:", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    return "outer goes on"


async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    task.cancel()
    print(await waiting)


asyncio.run(main())
