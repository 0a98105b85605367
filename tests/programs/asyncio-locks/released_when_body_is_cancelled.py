import asyncio


async def hold(lock):
    async with lock:
        await asyncio.sleep(10)


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(hold(lock))
    await asyncio.sleep(1)
    print(lock.locked())
    task.cancel()
    await asyncio.wait([task])
    print(lock.locked(), task.cancelled())


asyncio.run(main())
