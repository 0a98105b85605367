"""A task that is made inside Context.run inherits that context."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child():
    print('child sees', var.get())
    var.set('child')


async def main():
    context = copy_context()
    context.run(var.set, 'of the context')
    task = context.run(asyncio.create_task, child())
    await task
    print(var.get(), context[var])


asyncio.run(main())
