"""A task that is given twice is there twice in the results."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 1))
    print(await asyncio.gather(task, work('b', 0), task))


asyncio.run(main())
