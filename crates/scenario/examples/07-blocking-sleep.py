# A blocking call stops everybody
# time.sleep() holds the whole event loop: while it lasts no other task can move, however short its own wait is.

import asyncio
import time


async def tick():
    for n in range(1, 5):
        await asyncio.sleep(0.5)
        print(f"tick {n} at {time.perf_counter() - start:.1f} s")


async def report():
    await asyncio.sleep(0.7)
    print("report: working")
    time.sleep(2)  # try: await asyncio.sleep(2)
    print("report: written")


async def main():
    await asyncio.gather(tick(), report())


start = time.perf_counter()
asyncio.run(main())
