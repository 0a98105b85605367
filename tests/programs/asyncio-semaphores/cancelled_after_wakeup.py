import asyncio


async def work(semaphore, name):
    try:
        await semaphore.acquire()
    except asyncio.CancelledError:
        print(name, "cancelled, value", semaphore._value)
        raise
    print(name, "in, value", semaphore._value)


async def main():
    semaphore = asyncio.Semaphore(0)
    a, b, c = [asyncio.create_task(work(semaphore, name)) for name in "abc"]
    await asyncio.sleep(0)
    semaphore.release()
    a.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(a.cancelled(), b.done(), c.done(), semaphore._value)
    semaphore.release()
    await c


asyncio.run(main())
