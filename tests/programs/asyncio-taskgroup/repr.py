import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def slow(tg):
    try:
        await asyncio.sleep(10)
    finally:
        print(tg)


async def main():
    tg = asyncio.TaskGroup()
    print(tg)
    try:
        async with tg:
            print(tg)
            tg.create_task(bad())
            tg.create_task(slow(tg))
            print(tg)
    except* ValueError:
        print(tg)


asyncio.run(main())
