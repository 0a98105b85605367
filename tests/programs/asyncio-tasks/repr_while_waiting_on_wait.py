"""Who is waited for shows the callback of the wait."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 1), name='a')
    waiter = asyncio.create_task(asyncio.wait([task]), name='waiter')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('cb=[_wait.<locals>._on_completion() at' in repr(task))
    await waiter
    print(task)


asyncio.run(main())
