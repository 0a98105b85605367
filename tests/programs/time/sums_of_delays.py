"""Whole nanoseconds: sums of decimal delays come out even."""
import asyncio
import time


async def main():
    for _ in range(10):
        await asyncio.sleep(0.1)
    print(time.monotonic())
    for _ in range(3):
        time.sleep(1 / 3)
    print(time.monotonic(), time.monotonic_ns(), time.time_ns())
    await asyncio.sleep(1e-9)
    print(time.perf_counter(), time.perf_counter_ns())


asyncio.run(main())
