import asyncio


async def numbers():
    for number in range(3):
        await asyncio.sleep(1)
        yield number


async def main():
    total = 0
    async for number in numbers():
        total += number
    print(total)


asyncio.run(main())
