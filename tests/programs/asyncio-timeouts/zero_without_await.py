"""A body without an await cannot be interrupted."""
import asyncio


async def main():
    async with asyncio.timeout(0) as cm:
        print('runs')
    print(cm.expired(), asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    print('goes on')


asyncio.run(main())
