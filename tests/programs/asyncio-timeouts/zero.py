"""A timeout of 0 or less fires at the first await."""
import asyncio


async def main():
    for delay in (0, -1):
        try:
            async with asyncio.timeout(delay) as cm:
                await asyncio.sleep(10)
        except TimeoutError:
            print(delay, cm.expired(), asyncio.get_running_loop().time())


asyncio.run(main())
