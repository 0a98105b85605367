"""Task.get_context gives the context the task runs in."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child():
    var.set('child')


async def main():
    task = asyncio.current_task()
    var.set('main')
    print(task.get_context()[var], task.get_context() is task.get_context())
    other = asyncio.create_task(child())
    await other
    print(other.get_context()[var], other.get_context() is task.get_context())


asyncio.run(main())
