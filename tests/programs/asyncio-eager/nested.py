"""Eager tasks inside eager tasks."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def inner():
    print('inner begins in', asyncio.current_task().get_name())
    await asyncio.sleep(1)
    return 'inner'


async def outer():
    task = asyncio.create_task(inner())
    print('outer goes on in', asyncio.current_task().get_name())
    return await task + ', outer'


async def main():
    use_eager_tasks()
    print('main', await asyncio.create_task(outer()))


asyncio.run(main())
