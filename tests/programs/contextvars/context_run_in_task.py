"""Context.run inside a task."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def change():
    var.set('changed')
    return asyncio.current_task().get_name()


async def main():
    context = copy_context()
    print(context.run(change), var.get(), context[var])
    try:
        asyncio.current_task().get_context().run(print)
    except RuntimeError as error:
        print('already entered' in str(error))


asyncio.run(main())
