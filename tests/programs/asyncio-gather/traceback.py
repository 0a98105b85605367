"""A child's exception through a gather, after it was awaited elsewhere."""
import asyncio


async def fail():
    raise ValueError('failed')


async def main():
    task = asyncio.create_task(fail())
    try:
        await task
    except ValueError:
        pass
    await asyncio.gather(task)


asyncio.run(main())
