"""A future or coroutine alone is refused."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 1))
    coroutine = work('b', 1)
    for single in (task, coroutine, asyncio.get_running_loop().create_future()):
        try:
            await asyncio.wait(single)
        except TypeError as error:
            print('TypeError:', error)
    coroutine.close()


asyncio.run(main())
