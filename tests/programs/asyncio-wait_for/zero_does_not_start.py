"""With no time at all, a coroutine never starts."""
import asyncio


async def started():
    print('never')


async def main():
    try:
        await asyncio.wait_for(started(), 0)
    except TimeoutError:
        print('timed out')


asyncio.run(main())
