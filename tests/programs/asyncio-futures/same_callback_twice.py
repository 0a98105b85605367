"""A callback that is added twice is called twice."""
import asyncio


def callback(future):
    print(future.result())


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(callback)
    future.add_done_callback(callback)
    future.set_result('once')
    await asyncio.sleep(0)


asyncio.run(main())
