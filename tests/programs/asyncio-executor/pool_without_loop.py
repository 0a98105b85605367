import time
from concurrent.futures import ThreadPoolExecutor


def block(n):
    time.sleep(n)
    return n * n


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(block, n) for n in (3, 1, 2)]
    for future in futures:
        print(future.result(), time.monotonic())
print("over at", time.monotonic())
