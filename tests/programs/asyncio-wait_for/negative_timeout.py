"""Less than 0 is 0."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 1))
    try:
        await asyncio.wait_for(task, -5)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), task.cancelled())


asyncio.run(main())
