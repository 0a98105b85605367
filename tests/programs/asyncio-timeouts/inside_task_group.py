"""A timeout inside a task of a group fails the group."""
import asyncio


async def limited():
    async with asyncio.timeout(1):
        await asyncio.sleep(5)


async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print('other cancelled at', asyncio.get_running_loop().time())


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(limited())
            group.create_task(other())
    except* TimeoutError as group:
        print(group.exceptions)


asyncio.run(main())
