import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("outer child")


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("inner child is left")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(bad())
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(slow())
            except asyncio.CancelledError:
                print("inner group is cancelled", asyncio.current_task().cancelling())
                raise
    except* ValueError as group:
        print(repr(group))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
