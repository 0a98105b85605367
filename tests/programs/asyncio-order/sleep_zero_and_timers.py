"""A timer that is due runs after the callbacks that were ready already."""
import asyncio
import time


async def spinner():
    for i in range(6):
        print("spin", i)
        if i == 2:
            time.sleep(1)
        await asyncio.sleep(0)


async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(name, "woke")


async def main():
    await asyncio.gather(sleeper("one", 1), spinner(), sleeper("half", 0.5))


asyncio.run(main())
