import asyncio


async def child():
    asyncio.current_task().cancel("by itself")
    await asyncio.sleep(1)


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child())
    try:
        task.result()
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
