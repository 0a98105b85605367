import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def block(n):
    time.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        future = pool.submit(block, 1)
        print(await asyncio.wrap_future(future), loop.time())


asyncio.run(main())
