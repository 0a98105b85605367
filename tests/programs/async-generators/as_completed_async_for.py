import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (3, 1, 2)]
    async for task in asyncio.as_completed(tasks):
        print(await task, task in tasks)


asyncio.run(main())
