"""A task runs in a copy of the context in which it was made."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child():
    print('child sees', var.get())
    var.set('child')
    await asyncio.sleep(1)
    print('child still sees', var.get())


async def main():
    var.set('main')
    task = asyncio.create_task(child())
    var.set('later')
    await task
    print('main sees', var.get())


asyncio.run(main())
