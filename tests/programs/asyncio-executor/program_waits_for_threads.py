import time
from concurrent.futures import ThreadPoolExecutor


def block():
    time.sleep(2)
    print("worker done at", time.monotonic())


pool = ThreadPoolExecutor(1)
pool.submit(block)
print("main ends at", time.monotonic())
