"""A generator runs in the context of who asks it for more."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def count():
    var.set('one')
    yield var.get()
    var.set('two')
    yield var.get()


async def main():
    numbers = count()
    print(next(numbers), var.get())
    print(copy_context().run(next, numbers), var.get())


asyncio.run(main())
