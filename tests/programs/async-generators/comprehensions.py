import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.25)
        yield i


async def double(x):
    await asyncio.sleep(0.5)
    return 2 * x


async def main():
    loop = asyncio.get_running_loop()
    print([x async for x in numbers(4)])
    print({x % 2 async for x in numbers(4)})
    print({x: x * x async for x in numbers(3)})
    print([x async for x in numbers(6) if x % 2 == 0])
    print([(x, y) async for x in numbers(2) for y in "ab"])
    print([(x, y) for x in "ab" async for y in numbers(2)])
    print([await double(x) for x in range(3)])
    print([x async for x in numbers(3) if await double(x) > 0])
    print([[y async for y in numbers(x)] async for x in numbers(3)])
    print(loop.time())


asyncio.run(main())
