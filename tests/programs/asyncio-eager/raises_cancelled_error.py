"""One that raises CancelledError at once is cancelled."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    raise asyncio.CancelledError('own')


async def main():
    use_eager_tasks()
    task = asyncio.create_task(child())
    print(task.cancelled(), task)


asyncio.run(main())
