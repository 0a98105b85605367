import asyncio


async def transfer(first, second, name):
    async with first, second:
        print(name, "has both at", asyncio.get_running_loop().time())
        await asyncio.sleep(1)


async def main():
    a, b, c = asyncio.Lock(), asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(transfer(a, b, "x"), transfer(b, c, "y"), transfer(a, c, "z"))


asyncio.run(main())
