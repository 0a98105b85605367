import asyncio


async def work(lock, name):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        print(name, "cancelled")
        return
    print(name, "has it")
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(work(lock, "a"))
    b = asyncio.create_task(work(lock, "b"))
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    await asyncio.gather(a, b)
    print(lock.locked())


asyncio.run(main())
