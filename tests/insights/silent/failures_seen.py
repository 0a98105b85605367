import asyncio


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def main():
    print(await asyncio.gather(fail(1), fail(2), return_exceptions=True))
    tasks = [asyncio.create_task(fail(1)), asyncio.create_task(asyncio.sleep(9))]
    try:
        await asyncio.gather(*tasks)
    except ValueError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1))
            group.create_task(asyncio.sleep(5))
    except* ValueError:
        print("group")


asyncio.run(main())
