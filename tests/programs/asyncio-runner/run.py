"""A runner runs one coroutine and gives its result."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


with asyncio.Runner() as runner:
    print(runner.run(work('done', 1)))
