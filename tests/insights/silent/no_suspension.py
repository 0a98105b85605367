import asyncio


async def quick(x):
    return x * 2


async def main():
    total = 0
    for number in range(10):
        total += await quick(number)
    print(total)
    await asyncio.sleep(0)


asyncio.run(main())
