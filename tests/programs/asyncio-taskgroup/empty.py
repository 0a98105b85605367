import asyncio


async def main():
    async with asyncio.TaskGroup() as tg:
        print(type(tg).__name__)
    print("left")
    async with asyncio.TaskGroup():
        await asyncio.sleep(1)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
