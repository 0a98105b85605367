"""Forgetting await on sleep: nothing waits, and Python says so."""
import asyncio
import time


async def main():
    asyncio.sleep(5)
    print("no time passed:", time.monotonic())


asyncio.run(main())
