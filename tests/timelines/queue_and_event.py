import asyncio


async def producer(queue, ready):
    await ready.wait()
    for number in range(3):
        await queue.put(number)


async def consumer(queue):
    for _ in range(3):
        number = await queue.get()
        await asyncio.sleep(1)
        print("done with", number)
        queue.task_done()


async def main():
    queue, ready = asyncio.Queue(maxsize=1), asyncio.Event()
    tasks = [
        asyncio.create_task(producer(queue, ready), name="producer"),
        asyncio.create_task(consumer(queue), name="consumer"),
    ]
    await asyncio.sleep(1)
    ready.set()
    await asyncio.sleep(0)
    await queue.join()
    await asyncio.gather(*tasks)


asyncio.run(main())
