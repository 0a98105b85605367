"""When the time is over, the body is cancelled and TimeoutError raised."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as cm:
            await asyncio.sleep(10)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), cm.expired(), loop.time())
    print(asyncio.current_task().cancelling())


asyncio.run(main())
