"""A timeout is a number or None."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    for wrong in ('1', [1]):
        coroutine = work('a', 1)
        try:
            await asyncio.wait_for(coroutine, wrong)
        except TypeError as error:
            print('TypeError:', error)
        coroutine.close()


asyncio.run(main())
