import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    if seconds == 2:
        raise ValueError("two")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            for seconds in (1, 2, 5):
                tg.create_task(work(seconds))
    except* ValueError:
        print("caught")


asyncio.run(main())
