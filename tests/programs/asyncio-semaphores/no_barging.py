import asyncio


async def waiter(semaphore):
    await semaphore.acquire()
    print("waiter")
    semaphore.release()


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(waiter(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    print(semaphore.locked(), semaphore._value)
    await semaphore.acquire()
    print("main")
    await task


asyncio.run(main())
