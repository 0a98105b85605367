import asyncio


async def worker(name, queue):
    while True:
        job = await queue.get()
        await asyncio.sleep(job)
        print(name, "did", job, "at", asyncio.get_running_loop().time())
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for job in (0.5, 1.5, 1.0, 0.25, 2.0):
        queue.put_nowait(job)
    tasks = [asyncio.create_task(worker(f"worker-{number}", queue)) for number in range(3)]
    await queue.join()
    print("joined at", asyncio.get_running_loop().time())
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results])


asyncio.run(main())
