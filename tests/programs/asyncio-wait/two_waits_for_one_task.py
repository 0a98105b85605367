"""Two tasks may wait for the same one."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 2))
    short = asyncio.create_task(asyncio.wait([task], timeout=1))
    long = asyncio.create_task(asyncio.wait([task]))
    print([len(part) for part in await short])
    print([len(part) for part in await long])


asyncio.run(main())
