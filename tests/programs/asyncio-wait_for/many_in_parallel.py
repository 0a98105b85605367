"""Each with a limit of its own."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    tasks = [asyncio.wait_for(work(n, n), limit) for n, limit in [(1, 2), (2, 1), (3, 3.5)]]
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
