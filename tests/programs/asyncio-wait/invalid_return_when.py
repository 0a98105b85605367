"""return_when is one of three strings."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    task = asyncio.create_task(work('a', 1))
    try:
        await asyncio.wait([task], return_when='FIRST')
    except ValueError as error:
        print('ValueError:', error)
    try:
        await asyncio.wait([task], -1)
    except TypeError as error:
        print('TypeError:', error)


asyncio.run(main())
