# A task that failed holds its exception, and that the local variables of the coroutine, until somebody looks at it.
import asyncio


async def ticks():
    try:
        yield 1
    finally:
        print("closed")


async def fail():
    generator = ticks()
    await anext(generator)
    raise ValueError("failed")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0.1)
    print(task.done())
    try:
        await task
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0.1)
    print("the task goes")
    del task
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
