"""The inner timeout fires: the outer goes on."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(10) as outer:
        try:
            async with asyncio.timeout(1) as inner:
                await asyncio.sleep(100)
        except TimeoutError:
            print('inner', inner.expired(), outer.expired(), loop.time())
        await asyncio.sleep(1)
    print(outer.expired(), loop.time())


asyncio.run(main())
