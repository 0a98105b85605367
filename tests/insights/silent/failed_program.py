import asyncio


async def work():
    await asyncio.sleep(9)


async def main():
    asyncio.create_task(work())
    await asyncio.sleep(1)
    raise ValueError("the news")


asyncio.run(main())
