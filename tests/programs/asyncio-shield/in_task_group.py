"""A shielded task outlives its group's failure."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def guarded(task):
    await asyncio.shield(task)


async def fail():
    await asyncio.sleep(1)
    raise ValueError('fails the group')


async def main():
    saved = asyncio.create_task(work('saved', 3))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(guarded(saved))
            group.create_task(fail())
    except* ValueError as group:
        print(group.exceptions)
    print(await saved, asyncio.get_running_loop().time())


asyncio.run(main())
