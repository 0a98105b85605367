"""wait for all does not look at errors: they are reported when nobody does."""
import asyncio


async def fail():
    raise ValueError('nobody looks')


async def main():
    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    del task
    print('gone')


asyncio.run(main())
