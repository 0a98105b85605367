"""expired() is true as soon as it fires."""
import asyncio


async def main():
    cm = asyncio.timeout(1)
    try:
        async with cm:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print(cm.expired(), repr(error), asyncio.current_task().cancelling())
                raise
    except TimeoutError as error:
        print(cm.expired(), error.args, asyncio.current_task().cancelling())


asyncio.run(main())
