"""A coroutine that blocks beyond its limit and then returns has returned."""
import asyncio
import time


async def blocking():
    time.sleep(3)
    return 'returned'


async def blocks_then_awaits():
    time.sleep(3)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def main():
    print(await asyncio.wait_for(blocking(), 1), asyncio.get_running_loop().time())
    try:
        await asyncio.wait_for(blocks_then_awaits(), 1)
    except TimeoutError:
        print('timed out at', asyncio.get_running_loop().time())


asyncio.run(main())
