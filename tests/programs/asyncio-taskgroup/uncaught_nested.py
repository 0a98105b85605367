import asyncio


async def bad(message):
    raise ValueError(message)


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad("one"))
        tg.create_task(bad("two"))


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(inner())
        tg.create_task(bad("three"))


asyncio.run(main())
