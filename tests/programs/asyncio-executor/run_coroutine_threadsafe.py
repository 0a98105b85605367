import asyncio
import time


async def add(a, b):
    await asyncio.sleep(1)
    return a + b


def work(loop):
    future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    print("waiting", future.done())
    print("result", future.result(), time.monotonic())
    return "worker done"


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(work, loop))


asyncio.run(main())
