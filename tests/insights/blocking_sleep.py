import asyncio
import time


async def slow(name):
    print(name, "begins")
    time.sleep(1)  # should not block
    print(name, "ends")


async def tick():
    for _ in range(4):
        await asyncio.sleep(0.5)


async def main():
    await asyncio.gather(tick(), slow("a"), slow("b"))


asyncio.run(main())
