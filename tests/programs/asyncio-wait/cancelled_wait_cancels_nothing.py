"""Cancelling the wait leaves what it waits for alone."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    tasks = [asyncio.create_task(work(n, d), name=n) for n, d in [('a', 3), ('b', 1), ('c', 2)]]
    loop = asyncio.get_running_loop()

    waiter = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.sleep(1.5)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print('waiter cancelled at', loop.time())
    print([task.cancelled() for task in tasks], await tasks[0], loop.time())


asyncio.run(main())
