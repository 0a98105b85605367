import asyncio
import time


def block(name, seconds):
    time.sleep(seconds)
    print(name, time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    worker = loop.run_in_executor(None, block, "worker", 1)
    block("loop", 2)
    print(worker.done())
    await worker
    print("main", loop.time())


asyncio.run(main())
