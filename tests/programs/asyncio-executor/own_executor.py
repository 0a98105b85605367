import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def block(n):
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, block, n) for n in range(5)]
        for future in futures:
            print(await future, loop.time())


asyncio.run(main())
