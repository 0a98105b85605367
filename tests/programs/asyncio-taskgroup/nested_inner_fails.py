import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("inner child")


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("outer child is left")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(slow())
            async with asyncio.TaskGroup() as inner:
                inner.create_task(bad())
    except* ValueError as group:
        print(repr(group))


asyncio.run(main())
