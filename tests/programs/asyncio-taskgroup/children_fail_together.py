import asyncio


async def fails(n):
    await asyncio.sleep(1)
    raise ValueError(n)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            for n in range(3):
                tg.create_task(fails(n))
    except* ValueError as group:
        print(repr(group))


asyncio.run(main())
