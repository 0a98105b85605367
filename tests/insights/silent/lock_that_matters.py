import asyncio


async def report(lock, name):
    async with lock:
        print(name)


async def write(lock, name):
    async with lock:
        print(name, "begins")
        await asyncio.sleep(1)
        print(name, "ends")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(write(lock, "a"), report(lock, "b"), write(lock, "c"))


asyncio.run(main())
