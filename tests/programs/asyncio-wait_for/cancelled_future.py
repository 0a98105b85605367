"""A future that is cancelled elsewhere raises CancelledError."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.cancel)
    try:
        await asyncio.wait_for(future, 5)
    except asyncio.CancelledError:
        print('cancelled at', loop.time(), asyncio.current_task().cancelling())


asyncio.run(main())
