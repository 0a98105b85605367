import asyncio


async def slow():
    await asyncio.sleep(10)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            task = tg.create_task(slow())
            asyncio.get_running_loop().call_later(1, task.cancel)
            await task
    except asyncio.CancelledError as error:
        print("CancelledError out of the group", repr(error))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
