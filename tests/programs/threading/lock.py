# Who holds a lock keeps the others waiting.
import threading
import time

lock = threading.Lock()
log = []
def work(name):
    with lock:
        log.append((name, 'in', time.monotonic()))
        time.sleep(1)
        log.append((name, 'out', time.monotonic()))
threads = [threading.Thread(target=work, args=(name,)) for name in 'abc']
for t in threads:
    t.start()
print(lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.5), time.monotonic())
for t in threads:
    t.join()
for line in log:
    print(*line)
try:
    lock.release()
except RuntimeError as error:
    print(error)
r = threading.RLock()
with r:
    with r:
        print('twice')
try:
    r.release()
except RuntimeError as error:
    print(error)
