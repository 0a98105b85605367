"""Catch the cancellation, and wait for what is inside after all."""
import asyncio


async def patient():
    inner = asyncio.ensure_future(work('a', 3))
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        return await inner


async def main():
    task = asyncio.create_task(patient())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelling(), task.cancelled())


asyncio.run(main())
