"""A result that comes in the iteration of the timeout."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'just in time')
    try:
        print(await asyncio.wait_for(future, 1))
    except TimeoutError:
        print('timed out')


asyncio.run(main())
