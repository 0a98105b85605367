"""Two tasks wait at the same time; two plain awaits do not."""
import asyncio
import time


async def wait(seconds):
    await asyncio.sleep(seconds)


async def main():
    start = time.perf_counter()
    await wait(2)
    await wait(1)
    print("one after the other:", time.perf_counter() - start)

    start = time.perf_counter()
    first = asyncio.create_task(wait(2))
    second = asyncio.create_task(wait(1))
    await first
    await second
    print("together:", time.perf_counter() - start)


asyncio.run(main())
