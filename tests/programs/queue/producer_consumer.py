# Items from thread to thread.
import queue
import threading
import time

q = queue.Queue(maxsize=2)
def producer():
    for n in range(4):
        q.put(n)
        print('put', n, time.monotonic())
    q.put(None)
def consumer():
    while (item := q.get()) is not None:
        time.sleep(1)
        print('took', item, time.monotonic())
        q.task_done()
    q.task_done()
threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for t in threads:
    t.start()
q.join()
for t in threads:
    t.join()
print(q.empty(), q.qsize(), time.monotonic())
