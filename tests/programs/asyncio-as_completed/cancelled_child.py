"""A cancelled child raises CancelledError from its coroutine."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 2))
    asyncio.get_running_loop().call_later(1, task.cancel)
    for coroutine in asyncio.as_completed([task]):
        try:
            await coroutine
        except asyncio.CancelledError:
            print('cancelled', asyncio.current_task().cancelling())


asyncio.run(main())
