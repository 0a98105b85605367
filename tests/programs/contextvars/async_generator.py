"""An asynchronous generator runs in the context of who asks it."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def count():
    var.set('one')
    yield var.get()
    var.set('two')
    yield var.get()


async def anext_of(numbers):
    return await anext(numbers)


async def main():
    numbers = count()
    print(await anext(numbers), var.get())
    print(await asyncio.create_task(anext_of(numbers)), var.get())
    await numbers.aclose()


asyncio.run(main())
