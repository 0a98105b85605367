import asyncio


async def fails():
    raise ValueError("child")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise KeyError("body")
    except* Exception as group:
        print(repr(group))
        print(repr(group.exceptions[1].__context__))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
