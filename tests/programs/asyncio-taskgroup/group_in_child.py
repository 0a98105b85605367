import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("deep")


async def child():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad())


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            tg.create_task(asyncio.sleep(5))
    except* ValueError as group:
        print(repr(group))


asyncio.run(main())
