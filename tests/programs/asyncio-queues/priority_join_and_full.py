import asyncio


async def worker(queue):
    while True:
        priority, name = await queue.get()
        await asyncio.sleep(1)
        print(asyncio.get_running_loop().time(), priority, name)
        queue.task_done()


async def main():
    queue = asyncio.PriorityQueue(maxsize=2)
    task = asyncio.create_task(worker(queue))
    for priority, name in ((5, "e"), (4, "d"), (1, "a"), (3, "c"), (2, "b")):
        await queue.put((priority, name))
    await queue.join()
    task.cancel()


asyncio.run(main())
