import asyncio


async def stage(n, before):
    value = await before if before else 0
    await asyncio.sleep(0.1)
    return value + n


async def main():
    task = None
    for n in range(1, 6):
        task = asyncio.create_task(stage(n, task))
    print(await task, asyncio.get_running_loop().time())


asyncio.run(main())
