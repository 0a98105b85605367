import asyncio
from functools import partial


async def work(a, b):
    return a, b


print(asyncio.iscoroutinefunction(partial(work, 1)), asyncio.iscoroutinefunction(partial(print, 1)))
print(asyncio.run(partial(work, 1)(2)))
try:
    partial(work) + 1
except TypeError as error:
    print(error)
