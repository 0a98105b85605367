"""FIRST_EXCEPTION returns with the first that fails."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def fail():
    await asyncio.sleep(2)
    raise ValueError('b failed')


async def main():
    loop = asyncio.get_running_loop()
    tasks = [
        asyncio.create_task(work('a', 1), name='a'),
        asyncio.create_task(fail(), name='b'),
        asyncio.create_task(work('c', 3), name='c'),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(loop.time(), names(done), names(pending))
    print([repr(task.exception()) for task in tasks if task.done()])


asyncio.run(main())
