from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
print(pool.submit(sum, [1, 2, 3]).result())
pool.shutdown()
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
