"""The same three jobs with a blocking call, and without."""
import asyncio
import time


def slow_sum(n):
    time.sleep(n)
    return sum(range(n * 1000))


async def blocking_job(n):
    return slow_sum(n)


async def friendly_job(n):
    await asyncio.sleep(n)
    return sum(range(n * 1000))


async def heartbeat(beats):
    try:
        while True:
            beats.append(round(time.monotonic(), 2))
            await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        return len(beats)


async def measure(job):
    beats = []
    heart = asyncio.create_task(heartbeat(beats))
    await asyncio.sleep(0)
    start = time.perf_counter()
    results = await asyncio.gather(*[job(n) for n in (1, 2, 1)])
    took = time.perf_counter() - start
    heart.cancel()
    await heart
    print(f"{job.__name__:<13} took {took} s, results {results}, beats {beats}")


async def main():
    await measure(blocking_job)
    await measure(friendly_job)


asyncio.run(main())
