"""A name is made a string."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 0), name=5)
    print(repr(task.get_name()))
    task.set_name(['list'])
    print(repr(task.get_name()))
    await task


asyncio.run(main())
