import asyncio


async def work(semaphore, name):
    await semaphore.acquire()
    print(name, semaphore._value)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(work(semaphore, name)) for name in "abcd"]
    await asyncio.sleep(0)
    for _ in range(3):
        semaphore.release()
    await asyncio.sleep(1)
    print([task.done() for task in tasks], repr(semaphore)[-20:])
    semaphore.release()
    await asyncio.gather(*tasks)


asyncio.run(main())
