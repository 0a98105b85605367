import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(semaphore.acquire())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(repr(semaphore)[-8:])
    semaphore.release()
    print(semaphore._value)


asyncio.run(main())
