"""When the time is over, the loop raises TimeoutError."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    tasks = [asyncio.create_task(work(n, d), name=n) for n, d in [('a', 3), ('b', 1), ('c', 2)]]
    loop = asyncio.get_running_loop()

    try:
        async for task in asyncio.as_completed(tasks, timeout=1.5):
            print(task.get_name(), loop.time())
    except TimeoutError as error:
        print(repr(error), loop.time())
    print([task.cancelled() for task in tasks], await tasks[0])


asyncio.run(main())
