import time
from concurrent.futures import ThreadPoolExecutor


def block(n):
    time.sleep(n)
    return n


with ThreadPoolExecutor(2) as pool:
    future = pool.submit(block, 1)
    future.add_done_callback(lambda done: print("callback", done.result(), time.monotonic()))
    print("added")
future.add_done_callback(lambda done: print("at once", done is future))
