"""What is awaited shares the context of the task that awaits it."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child(value='awaited'):
    var.set(value)


async def main():
    await child()
    print(var.get())
    await asyncio.create_task(child('task'))
    print(var.get())


asyncio.run(main())
