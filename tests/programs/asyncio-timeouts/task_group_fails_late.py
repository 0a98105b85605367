"""A task that fails while the timeout cancels its group: the group's errors are raised."""
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        raise ValueError('late')


async def main():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
    except* ValueError as group:
        print(group.exceptions, repr(group.exceptions[0].__context__))


asyncio.run(main())
