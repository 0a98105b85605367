import asyncio


async def urls():
    for name in "abc":
        await asyncio.sleep(0.5)
        yield name


async def fetch(name):
    await asyncio.sleep(1)
    print(name)


async def main():
    async for name in urls():
        await fetch(name)


asyncio.run(main())
