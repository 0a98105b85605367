import asyncio


async def good():
    await asyncio.sleep(5)


async def bad():
    await asyncio.sleep(1)
    raise ValueError("no")


async def main():
    await asyncio.gather(good(), bad())


asyncio.run(main())
