import asyncio


async def bad(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def late(error):
    try:
        await asyncio.sleep(10)
    finally:
        raise error


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(bad(1, ValueError("outer")))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(late(TypeError("inner")))
    except ExceptionGroup as group:
        print(repr(group))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
