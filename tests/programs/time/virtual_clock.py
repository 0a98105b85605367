import asyncio
import time


async def main():
    start = time.time()
    print(start, time.monotonic(), time.perf_counter(), asyncio.get_running_loop().time())
    await asyncio.sleep(1.5)
    print(time.time() - start, time.monotonic(), time.perf_counter(), asyncio.get_running_loop().time())
    time.sleep(0.25)
    print(time.time() - start, time.monotonic(), time.perf_counter(), asyncio.get_running_loop().time())


asyncio.run(main())
print(time.monotonic())
