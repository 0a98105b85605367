"""A retry with a growing timeout."""
import asyncio
import time


async def flaky(attempt):
    await asyncio.sleep(2.5 - attempt)
    return f"answer on attempt {attempt}"


async def main():
    for attempt in range(5):
        try:
            print(await asyncio.wait_for(flaky(attempt), 1))
            break
        except TimeoutError:
            print("attempt", attempt, "timed out at", time.monotonic())


asyncio.run(main())
