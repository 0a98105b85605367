"""Futures of two loops cannot be gathered."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    coroutine = work('a', 1)
    try:
        asyncio.gather(asyncio.get_running_loop().create_future(), foreign)
        print('not refused')
    except ValueError as error:
        print('ValueError:', error)
    coroutine.close()
    other.close()


asyncio.run(main())
