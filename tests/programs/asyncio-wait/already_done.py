"""What is done already takes no time, but an iteration."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


def names(futures):
    return sorted(future.get_name() for future in futures)


async def main():
    task = asyncio.create_task(work('a', 1), name='a')
    await task
    asyncio.get_running_loop().call_soon(print, 'the loop goes round')
    done, pending = await asyncio.wait([task])
    print(names(done), names(pending))


asyncio.run(main())
