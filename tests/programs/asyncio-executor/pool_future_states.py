import time
from concurrent.futures import ThreadPoolExecutor


def block(n):
    time.sleep(1)
    return n


with ThreadPoolExecutor(1) as pool:
    first, second, third = [pool.submit(block, n) for n in range(3)]
    print(first.running(), first.done(), second.running(), second.done())
    print(first.cancel(), third.cancel(), third.cancelled(), third.done())
    print(second.result(), time.monotonic())
    print(first.running(), first.done(), first.exception())
    try:
        third.result()
    except BaseException as error:
        print(type(error).__name__)
