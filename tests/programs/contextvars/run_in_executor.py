"""run_in_executor does not take the context along."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def blocking():
    seen = var.get()
    return seen


async def main():
    var.set('main')
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking))
    print('main sees', var.get())


asyncio.run(main())
