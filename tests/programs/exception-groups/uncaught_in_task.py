import asyncio


async def bad():
    raise ExceptionGroup("from a task", [ValueError(1), TypeError(2)])


async def main():
    task = asyncio.create_task(bad())
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
