import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            print(repr(error), condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    await condition.acquire()
    task.cancel("first")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("second")
    await asyncio.sleep(1)
    print("still waiting for the lock:", not task.done())
    condition.release()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
