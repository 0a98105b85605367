"""The first exception reaches the awaiter at once; the others go on."""
import asyncio
import time


async def ok(name, delay):
    await asyncio.sleep(delay)
    print(name, "finished at", time.monotonic())


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(f"after {delay}")


async def main():
    try:
        await asyncio.gather(ok("a", 1), fail(2), ok("b", 3))
    except ValueError as error:
        print("caught", error, "at", time.monotonic())
    await asyncio.sleep(2)
    print("end at", time.monotonic())


asyncio.run(main())
