import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(repr(lock)[-22:])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(repr(lock)[-10:])
    lock.release()
    print(repr(lock)[-12:])


asyncio.run(main())
