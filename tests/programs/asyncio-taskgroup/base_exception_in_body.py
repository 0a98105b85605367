import asyncio


class Special(BaseException):
    pass


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(5))
            raise Special("body")
    except BaseExceptionGroup as group:
        print(type(group).__name__, repr(group))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
