# An eager task that blocks in its first step is the current task before and after; so is who made it, then.
import asyncio
import time


def now():
    return asyncio.get_running_loop().time(), asyncio.current_task().get_name()


async def work():
    print("begins", *now())
    time.sleep(1)
    print("goes on", *now())
    try:
        async with asyncio.timeout(1):
            time.sleep(0.5)
            await asyncio.sleep(10)
    except TimeoutError:
        print("timed out", *now())


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.current_task().set_name("main")
    task = asyncio.create_task(work())
    print("made", *now())
    await task


asyncio.run(main())
