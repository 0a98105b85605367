import asyncio
import time


def work(name, pause):
    for step in range(3):
        time.sleep(pause)
        print(name, step, round(time.monotonic(), 3))


async def main():
    await asyncio.gather(
        asyncio.to_thread(work, "a", 0.5),
        asyncio.to_thread(work, "b", 0.3),
        asyncio.to_thread(work, "c", 0.7),
    )


asyncio.run(main())
