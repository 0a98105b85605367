# Waiting for something to happen.
import threading
import time

ready = threading.Event()
def waiter(name, timeout):
    print(name, ready.wait(timeout), time.monotonic())
threads = [threading.Thread(target=waiter, args=args) for args in [('a', None), ('b', 1), ('c', 5)]]
for t in threads:
    t.start()
time.sleep(2)
ready.set()
for t in threads:
    t.join()
print(ready.is_set())
condition, items = threading.Condition(), []
def consumer():
    with condition:
        while not items:
            condition.wait()
        print('got', items.pop(0), time.monotonic())
consumers = [threading.Thread(target=consumer) for _ in range(2)]
for t in consumers:
    t.start()
for n in range(2):
    time.sleep(1)
    with condition:
        items.append(n)
        condition.notify()
for t in consumers:
    t.join()
with condition:
    print(condition.wait(0.25), time.monotonic())
try:
    condition.notify()
except RuntimeError as error:
    print(error)
