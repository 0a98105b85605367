"""A timeout around a gather cancels all of it."""
import asyncio


async def part(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, 'done')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(part('a', 0.5), part('b', 5))
    except TimeoutError:
        print('timed out')


asyncio.run(main())
