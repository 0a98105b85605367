"""The body may take its time to clean up."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(10)
            finally:
                await asyncio.sleep(2)
                print('clean at', asyncio.get_running_loop().time())
    except TimeoutError:
        print('timed out at', asyncio.get_running_loop().time())


asyncio.run(main())
