"""A body that ends in time is left alone."""
import asyncio


async def main():
    async with asyncio.timeout(10) as cm:
        await asyncio.sleep(1)
    print(cm.expired(), cm, asyncio.get_running_loop().time())


asyncio.run(main())
