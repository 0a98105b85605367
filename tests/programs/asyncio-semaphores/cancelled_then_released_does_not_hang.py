import asyncio


async def first(semaphore):
    await asyncio.sleep(1)
    semaphore.release()
    print("released")


async def second(semaphore):
    await semaphore.acquire()
    print("never")


async def third(semaphore):
    await semaphore.acquire()
    print("third acquired at", asyncio.get_running_loop().time())


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    a = asyncio.create_task(first(semaphore))
    b = asyncio.create_task(second(semaphore))
    c = asyncio.create_task(third(semaphore))
    await asyncio.sleep(0.5)
    b.cancel()
    await asyncio.wait([a, b, c])
    print(b.cancelled())


asyncio.run(main())
