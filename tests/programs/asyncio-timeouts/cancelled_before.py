"""A task that was cancelled before it entered is cancelled inside, not timed out."""
import asyncio


async def body():
    asyncio.current_task().cancel()
    try:
        async with asyncio.timeout(5) as cm:
            await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled', cm.expired())
    return 'went on'


async def main():
    task = asyncio.create_task(body())
    await asyncio.sleep(0)
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
