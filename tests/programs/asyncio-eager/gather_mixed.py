"""Some are done at once, others later."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child(name):
    return name


async def main():
    use_eager_tasks()
    print(await asyncio.gather(work('a', 1), child('b'), work('c', 0)))


asyncio.run(main())
