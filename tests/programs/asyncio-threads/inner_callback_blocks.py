# A callback that blocks the thread of an inner loop holds up that loop only.
import asyncio
import threading
import time


def blocks(name):
    print(name, "begins", time.monotonic())
    time.sleep(2)
    print(name, "ends", time.monotonic())


async def inner():
    loop = asyncio.get_running_loop()
    loop.call_soon(blocks, "callback")
    await asyncio.sleep(1)
    print("inner wakes", time.monotonic())


async def main():
    thread = threading.Thread(target=asyncio.run, args=(inner(),))
    thread.start()
    for _ in range(4):
        await asyncio.sleep(0.75)
        print("main ticks", time.monotonic())
    thread.join()


asyncio.run(main())
