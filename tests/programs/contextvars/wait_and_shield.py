"""What becomes a task has a context of its own."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def child(value):
    var.set(value)


async def main():
    await asyncio.shield(child('shielded'))
    print(var.get())
    for each in asyncio.as_completed([child('completed')]):
        await each
    print(var.get())
    async with asyncio.timeout(1):
        await child('timed')
    print(var.get())


asyncio.run(main())
