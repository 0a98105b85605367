"""An error of an eager task that is made while another is handled has that as its context."""
import asyncio


async def fail():
    raise ValueError('at once')


async def fail_later():
    await asyncio.sleep(0)
    raise ValueError('later')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        raise KeyError('handled')
    except KeyError:
        task = asyncio.create_task(fail())
        later = asyncio.create_task(fail_later())
    print(repr(task.exception()), repr(task.exception().__context__))
    await asyncio.wait([later])
    print(repr(later.exception()), repr(later.exception().__context__))


asyncio.run(main())
