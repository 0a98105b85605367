"""Both are due at the same moment: each raises its own TimeoutError."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(100)
            except TimeoutError:
                print('inner')
            await asyncio.sleep(1)
    except TimeoutError:
        print('outer')
    print(inner.expired(), outer.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
