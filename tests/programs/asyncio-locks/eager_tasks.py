import asyncio


async def work(lock, queue, number):
    async with lock:
        print("in", number)
        await queue.put(number)
        await asyncio.sleep(0)
    print("out", number)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    lock, queue, event = asyncio.Lock(), asyncio.Queue(2), asyncio.Event()
    tasks = [asyncio.create_task(work(lock, queue, number)) for number in range(3)]
    print("created", queue)
    for _ in tasks:
        print(await queue.get())
    await asyncio.gather(*tasks)
    event.set()
    task = asyncio.create_task(event.wait())
    print(task.done(), task.result())


asyncio.run(main())
