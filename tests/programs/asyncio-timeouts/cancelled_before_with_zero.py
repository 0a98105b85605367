"""Cancelled before, and a deadline that is past: the count tells them apart."""
import asyncio


async def body():
    asyncio.current_task().cancel()
    try:
        async with asyncio.timeout(-1) as cm:
            await asyncio.sleep(0)
            print('never')
    except BaseException as error:
        print(type(error).__name__, cm.expired(), asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(body())
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
