# One after another
# Two awaits in a row take the sum of their waits: the second starts when the first is done.

import asyncio
import time


async def prepare(dish, seconds):
    print(f"{dish}: started")
    await asyncio.sleep(seconds)
    print(f"{dish}: ready")


async def main():
    start = time.perf_counter()
    await prepare("soup", 2)
    await prepare("salad", 1)
    print(f"dinner after {time.perf_counter() - start:.1f} s")


asyncio.run(main())
