"""When the time is over, every coroutine that is left raises TimeoutError."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    loop = asyncio.get_running_loop()
    for coroutine in asyncio.as_completed([work('a', 1), work('b', 5), work('c', 6)], timeout=2):
        try:
            print(await coroutine, loop.time())
        except TimeoutError as error:
            print(repr(error), loop.time())


asyncio.run(main())
