"""It may cancel itself in its first step."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    asyncio.current_task().cancel()
    print('still runs')
    await asyncio.sleep(0)
    print('never')


async def main():
    use_eager_tasks()
    task = asyncio.create_task(child())
    print(task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')


asyncio.run(main())
