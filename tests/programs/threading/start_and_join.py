# Threads take time of their own.
import threading
import time

def work(name, delay):
    print(name, 'begins', threading.current_thread().name)
    time.sleep(delay)
    print(name, 'ends', round(time.monotonic(), 3))

threads = [threading.Thread(target=work, args=(n, d)) for n, d in [('a', 2), ('b', 1)]]
for t in threads:
    t.start()
print(threading.active_count(), [t.is_alive() for t in threads], [t.name for t in threading.enumerate()])
for t in threads:
    t.join()
print(round(time.monotonic(), 3), [t.is_alive() for t in threads], threading.main_thread().name, threading.current_thread() is threading.main_thread())
t = threading.Thread(target=work, kwargs={'name': 'c', 'delay': 3}, name='third', daemon=True)
t.start()
t.join(timeout=1)
print(t.is_alive(), t.name, t.daemon)
for call in [t.start, threading.Thread().join]:
    try:
        call()
    except RuntimeError as error:
        print(error)
