# A coroutine that cannot begin for the depth of the stack has ended; nothing tells that it was never awaited.
import asyncio
import sys


async def deep(n):
    await deep(n - 1)


def down(n):
    yield from down(n - 1)


async def main():
    try:
        await deep(10**6)
    except RecursionError as error:
        print(type(error).__name__)


sys.setrecursionlimit(400)
asyncio.run(main())
try:
    list(down(10**6))
except RecursionError as error:
    print(type(error).__name__)
