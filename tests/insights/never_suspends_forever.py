import asyncio

flag = False


async def check():
    return flag


async def poll():
    while not await check():
        pass


async def main():
    task = asyncio.create_task(poll())
    await asyncio.sleep(1)
    global flag
    flag = True
    await task


asyncio.run(main())
