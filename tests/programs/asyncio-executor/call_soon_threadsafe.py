import asyncio
import time


def work(loop, event):
    time.sleep(1)
    loop.call_soon_threadsafe(event.set_result, "from the worker")
    time.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    worker = loop.run_in_executor(None, work, loop, future)
    print(await future, loop.time())
    await worker
    print(loop.time())


asyncio.run(main())
