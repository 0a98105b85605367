"""The body swallows the cancellation: no TimeoutError, but expired."""
import asyncio


async def main():
    async with asyncio.timeout(1) as cm:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('swallowed', asyncio.current_task().cancelling())
    print(cm.expired(), asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    print('goes on')


asyncio.run(main())
