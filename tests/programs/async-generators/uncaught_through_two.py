import asyncio


async def source():
    yield 1
    raise LookupError("deep")


async def through():
    async for x in source():
        yield x


async def main():
    async for x in through():
        print(x)


asyncio.run(main())
