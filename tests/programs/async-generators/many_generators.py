import asyncio


async def one(n):
    yield n


async def main():
    total = 0
    for n in range(2000):
        async for x in one(n):
            total += x
    print(total)


asyncio.run(main())
