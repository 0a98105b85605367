"""A first step that is suspended while it handles an exception keeps it."""
import asyncio


async def child():
    try:
        raise KeyError('first')
    except KeyError:
        await asyncio.sleep(0)
        raise ValueError('second')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(child())
    await asyncio.wait([task])
    print(repr(task.exception()), repr(task.exception().__context__))


asyncio.run(main())
