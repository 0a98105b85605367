"""A task that is given twice counts once."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def main():
    task = asyncio.create_task(work('a', 1), name='a')
    done, pending = await asyncio.wait([task, task])
    print(names(done), names(pending))


asyncio.run(main())
