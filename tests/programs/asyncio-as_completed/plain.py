"""Plain iteration gives coroutines that return the results as they come."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    loop = asyncio.get_running_loop()
    for coroutine in asyncio.as_completed([work('a', 3), work('b', 1), work('c', 2)]):
        print(await coroutine, loop.time())


asyncio.run(main())
