import asyncio


async def leaf(n):
    await asyncio.sleep(0.1)
    return 10 // n


async def branch():
    return await leaf(1) + await leaf(0)


async def main():
    task = asyncio.create_task(branch())
    print("waiting")
    await task


asyncio.run(main())
