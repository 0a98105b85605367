"""The tasks are made when as_completed is called, not when it is iterated."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    loop = asyncio.get_running_loop()
    completed = asyncio.as_completed([work('a', 1), work('b', 2)])
    await asyncio.sleep(5)
    for coroutine in completed:
        print(await coroutine, loop.time())


asyncio.run(main())
