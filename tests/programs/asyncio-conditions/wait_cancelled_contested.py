import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            print("cancelled with the lock", condition.locked(), asyncio.get_running_loop().time())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel()
        await asyncio.sleep(2)
        print("main still has it", task.done())
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())


asyncio.run(main())
