import asyncio


cancelled = []


async def slow(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        cancelled.append(name)
        raise


async def run():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(slow("a"))
        tg.create_task(slow("b"))
    print("never")


async def main():
    task = asyncio.create_task(run())
    await asyncio.sleep(1)
    task.cancel("from outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelling(), sorted(cancelled))


asyncio.run(main())
