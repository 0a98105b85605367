# A pool's thread keeps its own values, and its number, from one call to the next.
import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def count():
    local.n = getattr(local, "n", 0) + 1
    return local.n, threading.current_thread().name, threading.get_ident() == threading.current_thread().ident


with ThreadPoolExecutor(1, "one") as pool:
    for _ in range(3):
        print(pool.submit(count).result())
    idents = {pool.submit(threading.get_ident).result() for _ in range(3)}
    print(len(idents))
print(hasattr(local, "n"))
