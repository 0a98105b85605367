"""A task that is cancelled while it is ready is cancelled all the same."""
import asyncio


async def child(future):
    return await future


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child(future))
    await asyncio.sleep(0)
    future.set_result('ready')
    print(task.cancel())
    try:
        print(await task)
    except asyncio.CancelledError:
        print('cancelled')


asyncio.run(main())
