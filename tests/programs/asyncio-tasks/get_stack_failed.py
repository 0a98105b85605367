"""The stack of a failed task is that of its exception."""
import asyncio


async def inner():
    raise ValueError('inside')


async def child():
    await inner()


async def main():
    task = asyncio.create_task(child())
    await asyncio.wait([task])
    print([(frame.f_code.co_name) for frame in task.get_stack()])
    print([(frame.f_code.co_name) for frame in task.get_stack(limit=1)])
    print(repr(task.exception()))


asyncio.run(main())
