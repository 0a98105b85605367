import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(2)
        print("stubborn is done")


async def run():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
            tg.create_task(stubborn())
    except* ValueError as group:
        print(repr(group), asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        print("never")
    except asyncio.CancelledError:
        print("cancelled after the group", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(run())
    await asyncio.sleep(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
