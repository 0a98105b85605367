"""Inside its first step it is the current task."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))


async def main():
    use_eager_tasks()
    main_task = asyncio.current_task()
    task = asyncio.create_task(child())
    print(asyncio.current_task() is main_task)
    await task


asyncio.run(main())
