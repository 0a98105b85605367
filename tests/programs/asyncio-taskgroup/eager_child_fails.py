import asyncio


async def bad():
    raise ValueError("at once")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as tg:
            task = tg.create_task(bad())
            print(task.done(), tg, asyncio.current_task().cancelling())
            try:
                tg.create_task(asyncio.sleep(1))
            except RuntimeError as error:
                print(error)
            await asyncio.sleep(1)
            print("never")
    except* ValueError as group:
        print(repr(group))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
