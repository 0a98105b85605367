"""Task(eager_start=True) makes one eager task."""
import asyncio


async def child():
    print('runs in', asyncio.current_task().get_name())
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.Task(child(), loop=loop, name='eager', eager_start=True)
    print('made', task.get_name())
    lazy = asyncio.Task(child(), loop=loop, eager_start=False)
    print('made', lazy.get_name())
    await asyncio.gather(task, lazy)


asyncio.run(main())
