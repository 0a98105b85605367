import asyncio
import time


def block(n):
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    results = await asyncio.gather(*(asyncio.to_thread(block, n) for n in range(20)))
    print(results, loop.time())


asyncio.run(main())
