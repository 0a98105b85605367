import asyncio
import time


async def main():
    start = time.perf_counter()
    await asyncio.gather(asyncio.sleep(0.7), asyncio.sleep(1.3))
    elapsed = time.perf_counter() - start
    print(f"{elapsed:.2f} s, {elapsed}, {round(elapsed, 1)}")
    first = time.time()
    await asyncio.sleep(2)
    print(f"{time.time() - first:.4f} sec", time.time())


asyncio.run(main())
