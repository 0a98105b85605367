"""The same coroutine twice is one task."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    coroutine = work('a', 1)
    results = []
    for each in asyncio.as_completed([coroutine, coroutine, work('b', 2)]):
        results.append(await each)
    print(results)


asyncio.run(main())
