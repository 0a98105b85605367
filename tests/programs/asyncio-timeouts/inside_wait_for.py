"""wait_for around a timeout: whichever is due first."""
import asyncio


async def inner():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(10)
    except TimeoutError:
        print('inner at', asyncio.get_running_loop().time())
    await asyncio.sleep(10)


async def main():
    try:
        await asyncio.wait_for(inner(), 2)
    except TimeoutError as error:
        print('outer', repr(error))


asyncio.run(main())
