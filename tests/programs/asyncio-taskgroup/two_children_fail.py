import asyncio


async def fails(seconds, error):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cancelled:", repr(error))
        raise error
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails(1, ValueError("first")))
            tg.create_task(fails(2, TypeError("second")))
            tg.create_task(fails(3, OSError("third")))
    except* Exception as group:
        print(repr(group))
        print([repr(error.__context__) for error in group.exceptions])


asyncio.run(main())
