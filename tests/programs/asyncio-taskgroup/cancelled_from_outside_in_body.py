import asyncio


async def slow(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def run():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(slow("a"))
        await slow("body")


async def main():
    task = asyncio.create_task(run())
    await asyncio.sleep(1)
    task.cancel("from outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


asyncio.run(main())
