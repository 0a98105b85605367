import asyncio


async def save():
    await asyncio.sleep(2)
    print("saved")


async def log():
    print("logged")


async def main():
    asyncio.create_task(save())
    await asyncio.sleep(1)
    asyncio.create_task(log())


asyncio.run(main())
