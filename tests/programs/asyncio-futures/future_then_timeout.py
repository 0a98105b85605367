import asyncio


async def main():
    future = asyncio.Future()
    try:
        await asyncio.wait_for(future, 1)
    except TimeoutError:
        print("timeout; cancelled:", future.cancelled())


asyncio.run(main())
