"""Two that are done in the same iteration are both among the done."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def main():
    tasks = [asyncio.create_task(work(n, 1), name=n) for n in 'ab']
    tasks.append(asyncio.create_task(work('c', 2), name='c'))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))


asyncio.run(main())
