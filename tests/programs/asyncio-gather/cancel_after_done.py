"""Cancelling a gather that is done changes nothing."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def fail():
    await asyncio.sleep(1)
    raise ValueError('failed')


async def main():
    tasks = [asyncio.create_task(fail()), asyncio.create_task(work('b', 3))]
    outer = asyncio.gather(*tasks)
    try:
        await outer
    except ValueError:
        print(outer.cancel())
    print(await tasks[1])


asyncio.run(main())
