"""Who runs when, with eager tasks."""
import asyncio


def use_eager_tasks():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


async def child(name):
    for step in range(2):
        print(name, step)
        await asyncio.sleep(0)


async def main():
    use_eager_tasks()
    tasks = [asyncio.create_task(child(name)) for name in 'ab']
    print('made')
    await asyncio.gather(*tasks)


asyncio.run(main())
