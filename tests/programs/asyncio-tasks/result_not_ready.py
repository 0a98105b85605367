import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work())
    for method in (task.result, task.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    await task
    print(task.result(), task.exception())


asyncio.run(main())
