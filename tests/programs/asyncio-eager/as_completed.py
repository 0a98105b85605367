"""What is done at once comes first."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    return 'at once'


async def main():
    use_eager_tasks()
    for coroutine in asyncio.as_completed([work('slow', 1), child()]):
        print(await coroutine)


asyncio.run(main())
