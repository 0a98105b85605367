"""Coroutines are refused: they would never be found among the done."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    coroutine = work('a', 1)
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print('TypeError:', error)
    coroutine.close()


asyncio.run(main())
