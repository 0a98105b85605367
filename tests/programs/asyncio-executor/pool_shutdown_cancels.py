import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
futures = [pool.submit(time.sleep, 1) for _ in range(3)]
pool.shutdown(cancel_futures=True)
print([future.cancelled() for future in futures], time.monotonic())
