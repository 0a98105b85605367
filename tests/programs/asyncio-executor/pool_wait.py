import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def block(n):
    time.sleep(n)
    return n


with ThreadPoolExecutor() as pool:
    futures = [pool.submit(block, n) for n in (3, 1, 2)]
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    print([future.result() for future in done], len(pending), time.monotonic())
    for future in as_completed(futures):
        print(future.result(), time.monotonic())
