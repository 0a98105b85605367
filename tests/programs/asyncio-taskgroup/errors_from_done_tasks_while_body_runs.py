import asyncio


async def bad():
    raise ValueError("early")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            total = 0
            for n in range(3):
                total += n
            print("body needs no loop", total)
    except* ValueError as group:
        print(repr(group))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
