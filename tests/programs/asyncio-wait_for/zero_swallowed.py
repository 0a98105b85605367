"""With no time at all, a result in spite of the cancellation counts."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'in spite'


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(task, 0), asyncio.get_running_loop().time())


asyncio.run(main())
