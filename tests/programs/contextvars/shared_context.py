"""Two tasks with one context see what the other sets."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child(name):
    print(name, 'sees', var.get())
    var.set(name)
    await asyncio.sleep(1)
    print(name, 'sees', var.get())


async def main():
    context = copy_context()
    a = asyncio.create_task(child('a'), context=context)
    b = asyncio.create_task(child('b'), context=context)
    await asyncio.wait([a, b])


asyncio.run(main())
