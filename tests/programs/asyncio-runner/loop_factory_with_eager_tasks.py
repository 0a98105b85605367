"""A loop that was made with a task factory."""
import asyncio


async def child():
    print('child')


def make():
    loop = asyncio.new_event_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    return loop


async def main():
    task = asyncio.create_task(child())
    print('main')
    await task


asyncio.run(main(), loop_factory=make)
