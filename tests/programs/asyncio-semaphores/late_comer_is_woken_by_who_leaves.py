import asyncio


async def take(semaphore, order, name, keep):
    await semaphore.acquire()
    order.append(name)
    if keep:
        await asyncio.sleep(1)
    semaphore.release()


async def main():
    semaphore = asyncio.Semaphore(1)
    order = []
    await semaphore.acquire()
    early = asyncio.create_task(take(semaphore, order, "early", True))
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    # There is a permit, but somebody waits: queue behind.
    late = asyncio.create_task(take(semaphore, order, "late", False))
    await asyncio.gather(early, late)
    print(order, semaphore._value)


asyncio.run(main())
