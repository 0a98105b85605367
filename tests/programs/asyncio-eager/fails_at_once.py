"""It may have failed when it is made."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    raise ValueError('at once')


async def main():
    use_eager_tasks()
    task = asyncio.create_task(child())
    print(task.done(), repr(task.exception()))
    try:
        await task
    except ValueError as error:
        print(error)


asyncio.run(main())
