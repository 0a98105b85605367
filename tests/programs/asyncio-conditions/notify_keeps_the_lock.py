import asyncio


async def consumer(condition):
    async with condition:
        await condition.wait()
        print("consumer at", asyncio.get_running_loop().time())


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(consumer(condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        await asyncio.sleep(2)
        print("main leaves")
    await task


asyncio.run(main())
