import asyncio


async def work(semaphore, order, name):
    await semaphore.acquire()
    order.append(name)
    await asyncio.sleep(0)
    semaphore.release()


async def main():
    semaphore = asyncio.Semaphore(1)
    order = []
    await semaphore.acquire()
    tasks = [asyncio.create_task(work(semaphore, order, name)) for name in "abcd"]
    await asyncio.sleep(0)
    semaphore.release()
    await asyncio.gather(*tasks)
    print(order)


asyncio.run(main())
