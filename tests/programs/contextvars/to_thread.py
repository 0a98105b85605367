"""to_thread takes a copy of the context along."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def blocking():
    seen = var.get()
    var.set('thread')
    return seen, var.get()


async def main():
    var.set('main')
    print(await asyncio.to_thread(blocking))
    print('main sees', var.get())


asyncio.run(main())
