import asyncio


async def work(lock, order, number):
    async with lock:
        order.append(number)


async def main():
    lock = asyncio.Lock()
    order = []
    await lock.acquire()
    tasks = [asyncio.create_task(work(lock, order, number)) for number in range(500)]
    await asyncio.sleep(0)
    for task in tasks[::3]:
        task.cancel()
    lock.release()
    await asyncio.wait(tasks)
    print(len(order), order == [number for number in range(500) if number % 3])


asyncio.run(main())
