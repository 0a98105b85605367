"""Coroutines become tasks, which are given."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    async for task in asyncio.as_completed([work('a', 2), work('b', 1)]):
        print(isinstance(task, asyncio.Task), task.done(), task.result())


asyncio.run(main())
