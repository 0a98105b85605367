# A coroutine lets a worker thread run another loop to its end, while its own goes on.
import asyncio
import time


async def inner():
    for number in range(2):
        await asyncio.sleep(1)
        print("inner", number, time.monotonic())
    return "from inside"


def blocking():
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(inner())
    finally:
        loop.close()


async def ticks():
    for number in range(4):
        await asyncio.sleep(0.7)
        print("outer", number, round(time.monotonic(), 1))


async def main():
    result, _ = await asyncio.gather(asyncio.to_thread(blocking), ticks())
    print(result)


asyncio.run(main())
