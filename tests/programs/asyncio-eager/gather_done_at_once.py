"""A gather of what is done at once is done itself."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child(number):
    return number


async def main():
    use_eager_tasks()
    future = asyncio.gather(*(child(number) for number in range(3)))
    print(future.done(), await future)


asyncio.run(main())
