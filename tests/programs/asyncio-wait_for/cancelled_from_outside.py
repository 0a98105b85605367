"""Cancelling the task that waits cancels the work; that is no timeout."""
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow ends")


async def waiter():
    try:
        await asyncio.wait_for(slow(), 5)
    except TimeoutError:
        print("never printed")
    except asyncio.CancelledError:
        print("waiter cancelled")
        raise


async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main sees", task.cancelled())


asyncio.run(main())
