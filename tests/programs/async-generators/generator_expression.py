import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i


async def double(x):
    await asyncio.sleep(1)
    return 2 * x


async def main():
    doubled = (2 * x async for x in numbers(3))
    print(type(doubled).__name__, doubled.__name__)
    async for x in doubled:
        print(x, asyncio.get_running_loop().time())
    awaited = (await double(x) for x in range(2))
    print(type(awaited).__name__)
    print([x async for x in awaited])
    outer = [x + y async for x in (x async for x in numbers(2)) for y in (10, 20)]
    print(outer)


asyncio.run(main())
