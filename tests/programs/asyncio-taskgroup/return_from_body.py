import asyncio


async def work():
    await asyncio.sleep(1)
    print("work is done")


async def find():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work())
        return "found"


async def main():
    print(await find(), asyncio.get_running_loop().time())


asyncio.run(main())
