import asyncio


async def hold(lock, event, name):
    async with lock:
        print(name, "acquired")
        await event.wait()
    print(name, "released")


async def main():
    lock = asyncio.Lock()
    event = asyncio.Event()
    a = asyncio.create_task(hold(lock, event, "a"))
    b = asyncio.create_task(hold(lock, event, "b"))
    c = asyncio.create_task(hold(lock, event, "c"))
    await asyncio.sleep(0)
    b.cancel()
    event.set()
    await asyncio.sleep(0)
    print("b cancelled:", b.cancelled(), "c done:", c.done())
    await asyncio.gather(a, c)
    print(lock.locked())


asyncio.run(main())
