import asyncio


async def holder(lock):
    async with lock:
        await asyncio.sleep(2)


async def hopeful(lock, name, patience):
    try:
        async with asyncio.timeout(patience):
            async with lock:
                print(name, "got it at", asyncio.get_running_loop().time())
    except TimeoutError:
        print(name, "gave up at", asyncio.get_running_loop().time())


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(holder(lock), hopeful(lock, "a", 1), hopeful(lock, "b", 2), hopeful(lock, "c", 3))


asyncio.run(main())
