"""A group of eager tasks."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def at_once():
    return 'at once'


async def fail():
    raise ValueError('at once')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        done = group.create_task(at_once())
        print(done.done())
        later = group.create_task(work('later', 1))
    print(done.result(), later.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(work('cancelled', 5))
            print('still in the body')
    except* ValueError as group:
        print(group.exceptions, asyncio.get_running_loop().time())


asyncio.run(main())
