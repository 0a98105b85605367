"""A task given to wait_for is cancelled too when the time is up."""
import asyncio


async def slow():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("timeout;", "cancelled:", task.cancelled())


asyncio.run(main())
