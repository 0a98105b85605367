import asyncio


async def waiter(lock):
    async with lock:
        print("waiter first")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waiter(lock))
    await asyncio.sleep(0)
    lock.release()
    print("free, but spoken for:", lock.locked())
    async with lock:
        print("main second")
    await task


asyncio.run(main())
