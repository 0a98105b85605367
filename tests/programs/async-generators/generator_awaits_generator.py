import asyncio


async def source(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i


async def filtered(inner):
    async for x in inner:
        if x % 2 == 0:
            yield x


async def mapped(inner):
    async for x in inner:
        yield f"<{x}>"


async def main():
    async for x in mapped(filtered(source(5))):
        print(x, asyncio.get_running_loop().time())


asyncio.run(main())
