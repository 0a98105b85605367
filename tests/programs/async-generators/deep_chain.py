import asyncio


async def source():
    yield 1
    yield 2


async def through(inner):
    async for x in inner:
        yield x


async def main():
    agen = source()
    for _ in range(200):
        agen = through(agen)
    print([x async for x in agen])


asyncio.run(main())
