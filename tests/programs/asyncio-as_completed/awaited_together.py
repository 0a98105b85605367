"""The coroutines may be awaited together."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    coroutines = list(asyncio.as_completed([work('a', 3), work('b', 1), work('c', 2)]))
    print(await asyncio.gather(*coroutines))


asyncio.run(main())
