"""With no time at all, what is done is returned."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 1))
    await task
    print(await asyncio.wait_for(task, 0))


asyncio.run(main())
