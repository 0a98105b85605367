"""A callback that raises does not keep the others from being called."""
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda future: 1 / 0)
    future.add_done_callback(lambda future: print('called'))
    future.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main())
