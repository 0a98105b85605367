"""Each task has its own values over its awaits."""
import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar('var', default='unset')


async def request(number):
    var.set(number)
    await asyncio.sleep(1 / (number + 1))
    print(number, var.get())


async def main():
    await asyncio.gather(*(request(number) for number in range(3)))
    print(var.get())


asyncio.run(main())
