import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def block(n):
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(1))
    print(await asyncio.gather(asyncio.to_thread(block, 1), asyncio.to_thread(block, 2)), loop.time())
    for value in (None, 3):
        try:
            loop.set_default_executor(value)
        except TypeError as error:
            print(error)


asyncio.run(main())
