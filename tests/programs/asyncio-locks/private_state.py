import asyncio


async def main():
    lock, event, semaphore = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(3)
    print(lock._locked, event._value, semaphore._value)
    await lock.acquire()
    await semaphore.acquire()
    event.set()
    print(lock._locked, event._value, semaphore._value)


asyncio.run(main())
