import asyncio


def factory(loop, coro, **options):
    print("making a task of", coro.__name__)
    return asyncio.Task(coro, loop=loop, **options)


async def child():
    return "child"


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(child(), name="mine")
    print(task.get_name(), await task)
    print(await asyncio.gather(child(), child()))
    print(await loop.create_task(child()))
    loop.set_task_factory(None)
    print(await asyncio.create_task(child()))


asyncio.run(main())
