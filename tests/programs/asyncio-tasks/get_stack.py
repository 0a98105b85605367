"""get_stack gives the frame that a task stands in."""
import asyncio


async def inner():
    await asyncio.sleep(1)


async def child():
    await inner()


async def main():
    task = asyncio.create_task(child())
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()])
    await asyncio.sleep(0)
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()], task.get_stack(limit=0))
    await task
    print(task.get_stack())


asyncio.run(main())
