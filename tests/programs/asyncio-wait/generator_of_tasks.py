"""A generator will do."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def main():
    done, pending = await asyncio.wait(asyncio.create_task(work(n, 1), name=n) for n in 'abc')
    print(names(done), names(pending))


asyncio.run(main())
