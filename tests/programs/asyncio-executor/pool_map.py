import time
from concurrent.futures import ThreadPoolExecutor


def block(n, m):
    time.sleep(n)
    return n + m


with ThreadPoolExecutor() as pool:
    for result in pool.map(block, [2, 1, 3], [10, 20, 30]):
        print(result, time.monotonic())
