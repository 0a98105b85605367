"""A task that waits with a limit is cancelled at the moment of the limit."""
import asyncio


async def limited():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except TimeoutError:
        return 'timed out'


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(limited())
    await asyncio.sleep(0)
    loop.call_at(1, task.cancel)
    try:
        print(await task)
    except asyncio.CancelledError:
        print('cancelled', task.cancelling())


asyncio.run(main())
