import asyncio
import time


def block(seconds):
    time.sleep(seconds)
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    jobs = [asyncio.to_thread(block, seconds) for seconds in (3, 1, 2)]
    print(await asyncio.gather(*jobs), loop.time())


asyncio.run(main())
