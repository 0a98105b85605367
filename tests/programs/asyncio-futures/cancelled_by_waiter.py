"""Cancelling the task that awaits a future cancels the future."""
import asyncio


async def waiter(future):
    await future


async def main():
    future = asyncio.Future()
    one = asyncio.create_task(waiter(future))
    two = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    one.cancel()
    print("future cancelled at once:", future.cancelled())
    print(await asyncio.gather(one, two, return_exceptions=True))


asyncio.run(main())
