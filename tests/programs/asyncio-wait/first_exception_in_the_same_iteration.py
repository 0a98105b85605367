"""Who fails in the same iteration is done as well."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def fail(name):
    await asyncio.sleep(1)
    raise LookupError(name)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(fail(n), name=n) for n in 'ab'] + [asyncio.create_task(work('c', 5), name='c')]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(loop.time(), names(done), names(pending))
    for task in tasks[:2]:
        print(repr(task.exception()))


asyncio.run(main())
