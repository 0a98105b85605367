"""A cancellation that comes before the timeout fires, in the same iteration."""
import asyncio


async def body():
    async with asyncio.timeout_at(1):
        await asyncio.sleep(5)


async def main():
    task = asyncio.create_task(body())
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    loop.call_at(1, task.cancel, 'from outside')
    try:
        await task
    except (TimeoutError, asyncio.CancelledError) as error:
        print(repr(error), task.cancelling())


asyncio.run(main())
