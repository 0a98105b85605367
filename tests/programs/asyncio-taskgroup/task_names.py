import asyncio


async def me():
    return asyncio.current_task().get_name()


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(me(), name="named"), tg.create_task(me()), tg.create_task(me(), name=None)]
    print([task.result() for task in tasks])
    print([type(task).__name__ for task in tasks])


asyncio.run(main())
