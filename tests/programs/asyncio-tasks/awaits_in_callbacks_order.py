"""A task's waiters wake in the order in which they came."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def waiter(task, number):
    await task
    print(number)


async def main():
    task = asyncio.create_task(work('a', 1))
    waiters = [asyncio.create_task(waiter(task, number)) for number in range(4)]
    task.add_done_callback(lambda task: print('callback'))
    await asyncio.gather(*waiters)


asyncio.run(main())
