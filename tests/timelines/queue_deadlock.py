import asyncio


async def consumer(queue):
    return await queue.get()


async def main():
    queue = asyncio.Queue()
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(consumer(queue))
    await asyncio.sleep(1)
    await asyncio.gather(task, lock.acquire())


asyncio.run(main())
