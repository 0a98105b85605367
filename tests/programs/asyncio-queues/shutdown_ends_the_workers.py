import asyncio


async def worker(queue, name):
    try:
        while True:
            job = await queue.get()
            await asyncio.sleep(1)
            print(name, job)
    except asyncio.QueueShutDown:
        print(name, "stops at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(worker(queue, name)) for name in "ab"]
    for number in range(5):
        await queue.put(number)
    queue.shutdown()
    await asyncio.gather(*tasks)


asyncio.run(main())
