"""asyncio.run copies the context of its caller."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def main():
    print('main sees', var.get())
    var.set('main')


var.set('outside')
asyncio.run(main())
print(var.get())
