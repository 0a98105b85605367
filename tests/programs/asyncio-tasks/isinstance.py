import asyncio


async def work():
    pass


async def main():
    task = asyncio.create_task(work())
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future), type(task).__name__)
    group = asyncio.gather(task)
    print(isinstance(group, asyncio.Future), isinstance(group, asyncio.Task))
    print(asyncio.iscoroutine(work), asyncio.iscoroutinefunction(work), asyncio.isfuture(task))
    coro = work()
    print(asyncio.iscoroutine(coro), asyncio.isfuture(coro))
    await coro
    await group


asyncio.run(main())
