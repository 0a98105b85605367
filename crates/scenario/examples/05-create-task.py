# Starting tasks
# create_task() hands a coroutine to the loop, which runs it soon; awaiting the task later waits for what is left of it.

import asyncio
import time


async def download(name, seconds):
    print(f"{name}: requested")
    await asyncio.sleep(seconds)
    print(f"{name}: arrived")
    return f"{name} ({seconds} s)"


async def main():
    start = time.perf_counter()
    task1 = asyncio.create_task(download("map", 2))
    task2 = asyncio.create_task(download("photo", 1))
    print("both are on the loop, neither has started")

    print(await task1)
    print(await task2)  # done long ago: no waiting here
    print(f"all after {time.perf_counter() - start:.1f} s")


asyncio.run(main())
