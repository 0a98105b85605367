import asyncio
import time


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("coroutine cancelled at", time.monotonic())
        raise


def work(loop):
    future = asyncio.run_coroutine_threadsafe(slow(), loop)
    try:
        future.result(timeout=2)
    except TimeoutError:
        print("timed out at", time.monotonic())
        print(future.cancel(), future.cancelled())


async def main():
    await asyncio.to_thread(work, asyncio.get_running_loop())
    await asyncio.sleep(1)


asyncio.run(main())
