import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(2)
        print("cleaned up at", asyncio.get_running_loop().time())


async def run():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(slow())


async def main():
    task = asyncio.create_task(run())
    for _ in range(3):
        await asyncio.sleep(0.5)
        print("cancel", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled at", asyncio.get_running_loop().time(), task.cancelling())


asyncio.run(main())
