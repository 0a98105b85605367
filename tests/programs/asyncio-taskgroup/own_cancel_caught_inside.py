import asyncio


async def slow():
    await asyncio.sleep(5)
    return "slow"


async def run():
    async with asyncio.TaskGroup() as tg:
        task = tg.create_task(slow())
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("body handles the cancellation")
            asyncio.current_task().uncancel()
    return task.result()


async def main():
    task = asyncio.create_task(run())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, asyncio.get_running_loop().time())


asyncio.run(main())
