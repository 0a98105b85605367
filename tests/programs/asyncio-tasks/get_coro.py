import asyncio


async def work():
    return 5


async def main():
    coro = work()
    task = asyncio.create_task(coro)
    print(task.get_coro() is coro, coro.__name__)
    await task
    print(task.get_coro() is coro)


asyncio.run(main())
