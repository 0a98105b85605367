"""wait, timeout and shield with eager tasks."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child():
    return 'at once'


async def main():
    use_eager_tasks()
    done, pending = await asyncio.wait([asyncio.create_task(child()), asyncio.create_task(work('slow', 5))], timeout=1)
    print(len(done), len(pending))
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(child())
            await asyncio.create_task(asyncio.sleep(10))
    except TimeoutError:
        print('timed out')


asyncio.run(main())
