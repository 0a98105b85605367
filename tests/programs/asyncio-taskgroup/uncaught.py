import asyncio


async def fails(n):
    await asyncio.sleep(n)
    raise ValueError(f"task {n}")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fails(1))
        tg.create_task(fails(1))
        tg.create_task(fails(2))


asyncio.run(main())
