"""A task that keeps itself in a variable."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def main():
    own = ContextVar('own')
    own.set(asyncio.current_task())
    print(own.get() is asyncio.current_task())


asyncio.run(main())
