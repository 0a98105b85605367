"""One that is done at once was among all tasks while it ran."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())


async def main():
    use_eager_tasks()
    task = asyncio.create_task(child())
    print(len(asyncio.all_tasks()))


asyncio.run(main())
