import asyncio


async def work(lock, name):
    async with lock:
        print(name, "in")
        await asyncio.sleep(1)
        print(name, "out")


async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(work(lock, name)) for name in "abc"]
    await asyncio.sleep(1)
    print("release at", loop.time())
    lock.release()
    print("locked right after:", lock.locked())
    for task in tasks:
        await task
    print("all done at", loop.time())


asyncio.run(main())
