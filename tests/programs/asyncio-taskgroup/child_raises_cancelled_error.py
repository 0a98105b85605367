import asyncio


async def gives_up():
    await asyncio.sleep(1)
    raise asyncio.CancelledError("by itself")


async def main():
    async with asyncio.TaskGroup() as tg:
        task = tg.create_task(gives_up())
        tg.create_task(asyncio.sleep(2))
    print(task.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
