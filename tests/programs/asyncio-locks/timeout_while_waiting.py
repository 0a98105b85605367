import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 1.5)
    except TimeoutError:
        print("timeout at", asyncio.get_running_loop().time())
    print(repr(lock)[-8:])
    lock.release()
    print(await asyncio.wait_for(lock.acquire(), 1.5))


asyncio.run(main())
