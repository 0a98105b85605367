import asyncio


async def locked(lock, names):
    for name in names:
        async with lock:
            await asyncio.sleep(1)
            yield name


async def reader(label, lock, names):
    async for name in locked(lock, names):
        print(label, name, asyncio.get_running_loop().time())


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(reader("a", lock, "xy"), reader("b", lock, "zw"))


asyncio.run(main())
