import asyncio


async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print(item)


async def main():
    queue = asyncio.Queue()
    for number in range(2):
        queue.put_nowait(number)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    task.cancel()


asyncio.run(main())
