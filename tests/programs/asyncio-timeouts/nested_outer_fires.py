"""The outer timeout fires: the inner lets the cancellation pass."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(10) as inner:
                    await asyncio.sleep(100)
            except asyncio.CancelledError:
                print('inner passes it on', inner.expired())
                raise
    except TimeoutError:
        print('outer', outer.expired())


asyncio.run(main())
