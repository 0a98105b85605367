import asyncio


async def slow():
    await asyncio.sleep(10)


async def other():
    await asyncio.sleep(3)
    return "other"


async def main():
    async with asyncio.TaskGroup() as tg:
        task = tg.create_task(slow())
        kept = tg.create_task(other())
        await asyncio.sleep(1)
        task.cancel()
    print(task.cancelled(), kept.result(), asyncio.get_running_loop().time())


asyncio.run(main())
