# At most two at a time; and all together.
import threading
import time

semaphore = threading.Semaphore(2)
def work(n):
    with semaphore:
        print(n, 'in', time.monotonic())
        time.sleep(1)
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
barrier = threading.Barrier(3, action=lambda: print('all here'))
def meet(n):
    time.sleep(n)
    barrier.wait()
    print(n, 'goes on', time.monotonic())
threads = [threading.Thread(target=meet, args=(n,)) for n in (1, 2, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), barrier.parties, barrier.broken)
