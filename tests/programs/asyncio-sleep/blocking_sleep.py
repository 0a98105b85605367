"""time.sleep stops every task; asyncio.sleep only its own."""
import asyncio
import time


async def blocking(name):
    print(name, "start", time.monotonic())
    time.sleep(1)
    print(name, "end", time.monotonic())


async def polite(name):
    print(name, "start", time.monotonic())
    await asyncio.sleep(1)
    print(name, "end", time.monotonic())


async def main():
    await asyncio.gather(blocking("b1"), blocking("b2"), polite("p1"), polite("p2"))


asyncio.run(main())
