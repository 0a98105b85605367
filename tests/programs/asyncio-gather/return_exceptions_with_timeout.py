"""A limited gather that returns exceptions is cancelled as a whole."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    try:
        await asyncio.wait_for(asyncio.gather(work('a', 1), work('b', 5), return_exceptions=True), 2)
    except TimeoutError as error:
        print(repr(error), asyncio.get_running_loop().time())


asyncio.run(main())
