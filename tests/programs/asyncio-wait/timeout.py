"""When the time is over, wait returns what is done and raises nothing."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def main():
    tasks = [asyncio.create_task(work(n, d), name=n) for n, d in [('a', 3), ('b', 1), ('c', 2)]]
    loop = asyncio.get_running_loop()

    done, pending = await asyncio.wait(tasks, timeout=2.5)
    print(loop.time(), names(done), names(pending))
    print([task.cancelled() for task in tasks])
    print(await tasks[0], loop.time())


asyncio.run(main())
