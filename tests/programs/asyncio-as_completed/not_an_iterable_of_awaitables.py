"""A future or coroutine alone is refused."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    coroutine = work('a', 1)
    for single in (coroutine, asyncio.create_task(asyncio.sleep(0)), asyncio.get_running_loop().create_future()):
        try:
            asyncio.as_completed(single)
        except TypeError as error:
            print('TypeError:', error)
    coroutine.close()


asyncio.run(main())
