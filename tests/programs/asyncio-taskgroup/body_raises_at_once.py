import asyncio


async def never():
    print("never begins")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            task = tg.create_task(never())
            1 / 0
    except* ZeroDivisionError as group:
        print(repr(group))
    print(task.cancelled())


asyncio.run(main())
