"""A callback runs in a copy of the context in which it was scheduled."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def callback(name):
    print(name, 'sees', var.get())
    var.set(name)


async def main():
    loop = asyncio.get_running_loop()
    var.set('scheduled')
    loop.call_soon(callback, 'soon')
    loop.call_later(1, callback, 'later')
    loop.call_at(2, callback, 'at')
    var.set('main')
    await asyncio.sleep(3)
    print('main sees', var.get())


asyncio.run(main())
