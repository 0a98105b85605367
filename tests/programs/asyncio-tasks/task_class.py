"""Task can be called as a class."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.Task(work('a', 1), name='made by hand')
    print(task.get_name(), isinstance(task, asyncio.Future), type(task) is asyncio.Task)
    print(await task)
    try:
        asyncio.Task(5)
    except TypeError as error:
        print('TypeError:', error)


asyncio.run(main())
