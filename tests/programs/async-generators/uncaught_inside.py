import asyncio


async def numbers():
    yield 1
    await asyncio.sleep(1)
    raise ValueError("broken source")


async def main():
    async for x in numbers():
        print(x)


asyncio.run(main())
