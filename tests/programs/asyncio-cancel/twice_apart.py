import asyncio


async def work():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("cancelled", attempt, error.args, asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(work())
    for i in range(3):
        await asyncio.sleep(1)
        task.cancel(i)
    await task
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
