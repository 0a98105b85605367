import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError("no")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(3)
    print("main ends")


asyncio.run(main())
