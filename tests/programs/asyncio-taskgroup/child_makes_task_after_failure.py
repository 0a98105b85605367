import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def late(tg):
    try:
        await asyncio.sleep(10)
    finally:
        try:
            tg.create_task(asyncio.sleep(1))
        except RuntimeError as error:
            print(error)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            tg.create_task(late(tg))
    except* ValueError as group:
        print(repr(group))


asyncio.run(main())
