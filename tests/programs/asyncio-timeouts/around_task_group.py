"""A timeout around a task group ends it."""
import asyncio


async def child(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, 'done')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(child('a', 0.5))
                group.create_task(child('b', 5))
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))


asyncio.run(main())
