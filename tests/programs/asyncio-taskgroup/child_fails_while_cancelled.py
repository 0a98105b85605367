import asyncio


async def bad():
    try:
        await asyncio.sleep(10)
    finally:
        1 / 0


async def run():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
    except* ZeroDivisionError as group:
        print(repr(group), asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("the cancellation comes again")
        raise


async def main():
    task = asyncio.create_task(run())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
