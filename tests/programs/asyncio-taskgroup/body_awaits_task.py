import asyncio


async def answer():
    await asyncio.sleep(1)
    return 42


async def main():
    async with asyncio.TaskGroup() as tg:
        task = tg.create_task(answer())
        print(await task)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
