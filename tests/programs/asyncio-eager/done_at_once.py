"""Without an await it is done when it is made."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    return 'result'


async def main():
    use_eager_tasks()
    task = asyncio.create_task(child())
    print(task.done(), task.result(), task)
    print(await task)


asyncio.run(main())
