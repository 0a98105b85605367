import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("no longer needed")
    try:
        await task
    except asyncio.CancelledError as error:
        print("await:", error.args)
    for method in (task.result, task.exception):
        try:
            method()
        except asyncio.CancelledError as error:
            print(method.__name__, type(error).__name__, error.args)


asyncio.run(main())
