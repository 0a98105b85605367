"""A cancellation from outside while the timeout is being handled wins."""
import asyncio


async def body():
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(100)


async def main():
    task = asyncio.create_task(body())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelling())
    except TimeoutError:
        print('timed out')


asyncio.run(main())
