import asyncio


async def bad():
    raise ExceptionGroup("own group", [ValueError(1), TypeError(2)])


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
    except* ValueError as group:
        print(repr(group))
    except* TypeError as group:
        print(repr(group))


asyncio.run(main())
