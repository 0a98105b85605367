import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("broken")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("the body is cancelled", asyncio.current_task().cancelling())
                raise
    except* ValueError as group:
        print(repr(group))
    print(asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    print("goes on at", asyncio.get_running_loop().time())


asyncio.run(main())
