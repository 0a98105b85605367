import asyncio


async def work(semaphore, name, order):
    for turn in range(2):
        await semaphore.acquire()
        order.append(f"{name}{turn}")
        await asyncio.sleep(0.01)
        semaphore.release()
        await asyncio.sleep(0)


async def main():
    semaphore = asyncio.Semaphore(1)
    order = []
    await asyncio.gather(*[work(semaphore, name, order) for name in "abcd"])
    print(order)


asyncio.run(main())
