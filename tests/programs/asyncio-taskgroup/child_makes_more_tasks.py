import asyncio


async def walk(tg, n):
    await asyncio.sleep(1)
    print("at", n)
    if n:
        tg.create_task(walk(tg, n - 1))


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(walk(tg, 3))
    print("left at", asyncio.get_running_loop().time())


asyncio.run(main())
