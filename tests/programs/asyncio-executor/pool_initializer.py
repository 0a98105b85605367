import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def begin(name, step):
    local.name = name
    print("begins", name, step, threading.current_thread().name)


def work(n, *, factor=1):
    time.sleep(n)
    return local.name, n * factor


with ThreadPoolExecutor(2, "w", initializer=begin, initargs=("local", 1)) as pool:
    futures = [pool.submit(work, n, factor=10) for n in (2, 1, 1)]
    print([future.result() for future in futures])
    print(list(pool.map(work, [1, 2])))


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, "other", begin, ("x", 2)) as pool:
        print(await loop.run_in_executor(pool, work, 1))
        print(await loop.run_in_executor(pool, work, 1))


asyncio.run(main())
try:
    ThreadPoolExecutor(initializer=5)
except TypeError as error:
    print(error)
