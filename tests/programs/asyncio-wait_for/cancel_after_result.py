"""Cancelled when the result is there already."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(asyncio.wait_for(future, 10))
    await asyncio.sleep(0)
    future.set_result('lost?')
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print('cancelled', future.result())


asyncio.run(main())
