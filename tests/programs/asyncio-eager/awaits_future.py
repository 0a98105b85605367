"""Its first await may be of a future that is done already."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child(future):
    return await future


async def main():
    use_eager_tasks()
    future = asyncio.get_running_loop().create_future()
    future.set_result('ready')
    task = asyncio.create_task(child(future))
    print(task.done())
    waiting = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child(waiting))
    print(task.done())
    waiting.set_result('later')
    print(await task)


asyncio.run(main())
