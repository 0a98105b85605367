"""create_eager_task_factory takes another constructor."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def make(coro, *, loop=None, name=None, context=None, eager_start=False):
    print('made', coro.__name__, eager_start)
    return asyncio.Task(coro, loop=loop, name=name, context=context, eager_start=eager_start)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.create_eager_task_factory(make))
    print(await asyncio.create_task(work('a', 0)))
    asyncio.get_running_loop().set_task_factory(None)


asyncio.run(main())
