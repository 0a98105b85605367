"""Another exception passes through."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(10) as cm:
            raise KeyError('own')
    except KeyError as error:
        print(repr(error), cm.expired())
    try:
        async with asyncio.timeout(10) as cm:
            await asyncio.sleep(1)
            raise TimeoutError('not of the timeout')
    except TimeoutError as error:
        print(repr(error), error.__cause__, cm.expired())


asyncio.run(main())
