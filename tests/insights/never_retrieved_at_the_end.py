"""The run fails; a task that failed before is told of after the traceback, which still held it."""

import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return 10 / (seconds - 2)


async def main():
    task = asyncio.create_task(fetch(2))
    print(await fetch(1))
    await asyncio.wait_for(fetch(4), timeout=2)
    print(await task)


asyncio.run(main())
