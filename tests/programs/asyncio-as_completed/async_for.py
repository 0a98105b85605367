"""Asynchronous iteration gives the tasks themselves."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    tasks = [asyncio.create_task(work(n, d), name=n) for n, d in [('a', 3), ('b', 1), ('c', 2)]]
    loop = asyncio.get_running_loop()

    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), await task, task in tasks, loop.time())


asyncio.run(main())
