"""A task can be given a context: what it sets is set there."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child():
    print('sees', var.get())
    var.set(var.get() + '+')


async def main():
    context = copy_context()
    task = asyncio.create_task(child(), context=context)
    print(task.get_context() is context)
    await task
    print(context[var], var.get())
    task = asyncio.get_running_loop().create_task(child(), context=context, name='named')
    await task
    print(task.get_name(), context[var])


asyncio.run(main())
