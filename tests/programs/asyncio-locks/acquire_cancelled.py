import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(repr(lock).partition(" [")[2])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(repr(lock).partition(" [")[2])
    lock.release()
    print(repr(lock).partition(" [")[2])


asyncio.run(main())
