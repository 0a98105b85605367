"""A request that is taken back before it is delivered never arrives."""
import asyncio


async def child():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return 'arrived all the same'
    return 'untouched'


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    print(task.cancelling())
    print(task.uncancel(), task.uncancel())
    try:
        print(await task)
    except asyncio.CancelledError:
        print('cancelled')


asyncio.run(main())
