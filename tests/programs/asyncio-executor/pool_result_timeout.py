import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as pool:
    future = pool.submit(time.sleep, 2)
    try:
        future.result(timeout=0.5)
    except TimeoutError as error:
        print("timeout", time.monotonic(), error.args)
    print(future.result(), time.monotonic())
