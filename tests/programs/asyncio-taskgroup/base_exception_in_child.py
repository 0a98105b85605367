import asyncio


class Special(BaseException):
    pass


async def bad():
    await asyncio.sleep(1)
    raise Special("child")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            tg.create_task(asyncio.sleep(5))
    except BaseExceptionGroup as group:
        print(type(group).__name__, repr(group))


asyncio.run(main())
