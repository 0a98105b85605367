import asyncio


async def slow(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(slow("short", 1))
                tg.create_task(slow("long", 5))
    except TimeoutError:
        print("timed out at", asyncio.get_running_loop().time(), asyncio.current_task().cancelling())


asyncio.run(main())
