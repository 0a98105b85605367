"""A first step that blocks holds up whoever makes the task."""
import asyncio
import time


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    time.sleep(1)
    return 'done'


async def main():
    use_eager_tasks()
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child())
    print('made at', loop.time())
    await task
    results = await asyncio.gather(child(), child())
    print(loop.time(), results)


asyncio.run(main())
