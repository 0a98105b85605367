"""The usual use: a request's id for everything that it calls."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


def log(message):
    print(f'[{var.get()}] {message}')


async def query():
    log('query')
    await asyncio.sleep(1)
    log('answer')


async def handle(request, delay):
    token = var.set(request)
    await asyncio.sleep(delay)
    await query()
    var.reset(token)
    log('end')


async def main():
    await asyncio.gather(handle('a', 0.2), handle('b', 0.1))


asyncio.run(main())
