# asyncio.run in two threads: each has a loop of its own, and their waiting goes on at the same time.
import asyncio
import threading
import time


async def work(name, delay):
    for turn in range(3):
        await asyncio.sleep(delay)
        print(name, turn, time.monotonic())
    return name


def run(name, delay):
    print(asyncio.run(work(name, delay)), "is done")


threads = [threading.Thread(target=run, args=args) for args in (("slow", 2), ("quick", 0.5))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both are over at", time.monotonic())
