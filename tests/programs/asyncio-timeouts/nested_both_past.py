"""Two deadlines that are past."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(-1) as outer:
            try:
                async with asyncio.timeout(-2) as inner:
                    await asyncio.sleep(10)
            except asyncio.CancelledError:
                print('cancelled')
                raise
            except TimeoutError:
                print('inner')
            print('between')
            await asyncio.sleep(10)
    except TimeoutError:
        print('outer')
    print(inner.expired(), outer.expired())


asyncio.run(main())
