import asyncio


async def main():
    lock = asyncio.Lock()
    event = asyncio.Event()
    lock.acquire()
    event.wait()
    print(lock.locked())


asyncio.run(main())
