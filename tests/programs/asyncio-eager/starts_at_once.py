"""An eager task runs to its first await where it is made."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    print('begins')
    await asyncio.sleep(0)
    print('goes on')
    return 'result'


async def main():
    use_eager_tasks()
    task = asyncio.create_task(child())
    print('made', task.done())
    print(await task)


asyncio.run(main())
