import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("broken")


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow is cancelled at", asyncio.get_running_loop().time())
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            bad = tg.create_task(fails())
            good = tg.create_task(slow())
    except* ValueError as group:
        print(repr(group), repr(str(group)))
        print(group.__cause__, group.__suppress_context__)
    print(bad.done(), good.cancelled())
    print(asyncio.current_task().cancelling())


asyncio.run(main())
