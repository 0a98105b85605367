import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def block(name):
    print(name, "runs")
    time.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as pool:
        first = loop.run_in_executor(pool, block, "first")
        second = loop.run_in_executor(pool, block, "second")
        second.cancel()
        await first
        print(second.cancelled(), loop.time())


asyncio.run(main())
