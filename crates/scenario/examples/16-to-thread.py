# Blocking work goes to a thread
# to_thread() runs a blocking function beside the loop, which goes on with its other tasks meanwhile.

import asyncio
import time


def read_sensor():
    time.sleep(1.2)
    return 21.5


async def blink():
    for _ in range(4):
        print("blink")
        await asyncio.sleep(0.5)


async def main():
    lamp = asyncio.create_task(blink())
    degrees = await asyncio.to_thread(read_sensor)
    print(f"{degrees} degrees")
    await lamp


asyncio.run(main())
