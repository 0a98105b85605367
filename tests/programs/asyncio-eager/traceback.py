"""The traceback of one that fails at once."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    raise ValueError('at once')


async def main():
    use_eager_tasks()
    await asyncio.create_task(child())


asyncio.run(main())
