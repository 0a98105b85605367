"""The task that awaits a cancelled gather knows of no request."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def child():
    try:
        await asyncio.gather(work('a', 5), work('b', 5))
    except asyncio.CancelledError as error:
        print('child', error.args, asyncio.current_task().cancelling())
        raise


async def main():
    waiter = asyncio.create_task(child())
    await asyncio.sleep(1)
    waiter.cancel('stop')
    try:
        await waiter
    except asyncio.CancelledError as error:
        print(error.args, waiter.cancelling())


asyncio.run(main())
