"""A deadline that is past fires at the first await."""
import asyncio


async def main():
    await asyncio.sleep(3)
    try:
        async with asyncio.timeout_at(1):
            print('inside')
            await asyncio.sleep(10)
            print('never')
    except TimeoutError:
        print('over at', asyncio.get_running_loop().time())


asyncio.run(main())
