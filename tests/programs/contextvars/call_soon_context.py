"""A callback can be given a context."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def callback(name):
    print(name, 'sees', var.get())
    var.set(name)


async def main():
    loop = asyncio.get_running_loop()
    context = copy_context()
    loop.call_soon(callback, 'soon', context=context)
    loop.call_later(1, callback, 'later', context=context)
    loop.call_at(2, callback, 'at', context=context)
    loop.call_soon_threadsafe(callback, 'threadsafe', context=context)
    await asyncio.sleep(3)
    print('main sees', var.get(), 'context has', context[var])


asyncio.run(main())
