import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("swallowed")
            await asyncio.sleep(1)
            print("body goes on to its end")
    except* ValueError as group:
        print(repr(group))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
