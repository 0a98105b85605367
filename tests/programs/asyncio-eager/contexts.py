"""Its first step runs in a copy of the context."""
import asyncio
from contextvars import ContextVar

var = ContextVar('var', default='unset')


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    print('child sees', var.get())
    var.set('child')
    await asyncio.sleep(0)
    print('child sees', var.get())


async def main():
    use_eager_tasks()
    var.set('main')
    task = asyncio.create_task(child())
    print('main sees', var.get())
    await task
    print('main sees', var.get())


asyncio.run(main())
