import asyncio


async def main():
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()
    semaphore, barrier = asyncio.Semaphore(0), asyncio.Barrier(2)
    await lock.acquire()
    waits = (lock.acquire(), event.wait(), queue.get(), semaphore.acquire(), barrier.wait(), asyncio.sleep(1))
    tasks = [asyncio.create_task(wait, name=wait.__qualname__) for wait in waits]
    print(tasks[0])
    print(tasks[5])
    await asyncio.sleep(0)
    for task in tasks:
        print(task)
    lock.release()
    await tasks[0]
    print(tasks[0])


asyncio.run(main())
