"""gather makes tasks, wait_for does not."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child(value):
    var.set(value)


async def main():
    await asyncio.gather(child('gathered'))
    print(var.get())
    await asyncio.wait_for(child('waited for'), 1)
    print(var.get())


asyncio.run(main())
