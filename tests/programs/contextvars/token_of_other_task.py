"""A token cannot be used in another task."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child(token):
    var.reset(token)


async def main():
    token = var.set('main')
    try:
        await asyncio.create_task(child(token))
    except ValueError as error:
        print('different Context' in str(error))
    var.reset(token)
    print(var.get())


asyncio.run(main())
