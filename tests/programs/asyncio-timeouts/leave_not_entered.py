import asyncio


async def main():
    limit = asyncio.timeout(1)
    try:
        await limit.__aexit__(None, None, None)
    except AssertionError as error:
        print(repr(error), limit)
    async with limit:
        pass
    try:
        await limit.__aexit__(None, None, None)
    except AssertionError as error:
        print(repr(error), limit)


asyncio.run(main())
