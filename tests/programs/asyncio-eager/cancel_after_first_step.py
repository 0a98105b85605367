"""It can be cancelled at its first await."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleanup')


async def main():
    use_eager_tasks()
    task = asyncio.create_task(child())
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        print('cancelled', error.args)


asyncio.run(main())
