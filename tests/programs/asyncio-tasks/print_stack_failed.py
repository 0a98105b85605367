"""print_stack of a failed task shows its traceback."""
import asyncio
import sys


async def inner():
    raise ValueError('inside')


async def child():
    await inner()


async def main():
    task = asyncio.create_task(child(), name='child')
    await asyncio.wait([task])
    task.print_stack(file=sys.stdout)
    print(repr(task.exception()))


asyncio.run(main())
