"""A cancellation from outside stays a CancelledError."""
import asyncio


async def body():
    async with asyncio.timeout(10) as cm:
        try:
            await asyncio.sleep(100)
        finally:
            print(cm.expired())


async def main():
    task = asyncio.create_task(body())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled())


asyncio.run(main())
