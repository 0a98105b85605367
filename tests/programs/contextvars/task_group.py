"""The tasks of a group inherit, or are given a context."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child():
    print(var.get())
    var.set('child')


async def main():
    var.set('main')
    context = copy_context()
    context.run(var.set, 'given')
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        group.create_task(child(), context=context)
    print(var.get(), context[var])


asyncio.run(main())
