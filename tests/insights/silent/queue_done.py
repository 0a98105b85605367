import asyncio


async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print(item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue)) for _ in range(2)]
    for number in range(4):
        await queue.put(number)
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
