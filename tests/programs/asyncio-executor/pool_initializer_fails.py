from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def begin():
    raise ValueError("no")


pool = ThreadPoolExecutor(1, initializer=begin)
first = pool.submit(print, "never")
try:
    first.result()
except BrokenThreadPool as error:
    print("first", error)
try:
    pool.submit(print, "never")
except BrokenThreadPool as error:
    print("then", error)
pool.shutdown()
