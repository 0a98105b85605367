import asyncio


async def step(delay):
    await asyncio.sleep(delay)


async def middle():
    task = asyncio.create_task(step(2))
    await asyncio.sleep(0.5)
    await task


async def main():
    lock = asyncio.Lock()

    async def holder():
        async with lock:
            await asyncio.sleep(3)

    async def waiter():
        async with lock:
            pass

    async with asyncio.TaskGroup() as group:
        group.create_task(middle())
        group.create_task(holder())
        group.create_task(waiter())


asyncio.run(main())
