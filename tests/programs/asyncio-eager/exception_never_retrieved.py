"""An eager task that fails at once and is forgotten is reported."""
import asyncio


async def fail():
    raise ValueError('nobody looks')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(fail(), name='forgotten')
    print('goes on')


asyncio.run(main())
