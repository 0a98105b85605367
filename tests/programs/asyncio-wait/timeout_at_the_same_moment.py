"""A task that ends at the moment of the timeout: the timer that was set first wins."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def main():
    tasks = [asyncio.create_task(work('a', 1), name='a')]
    await asyncio.sleep(0)
    done, pending = await asyncio.wait(tasks, timeout=1)
    print(names(done), names(pending))


asyncio.run(main())
