# A thread class with its own run, and a timer.
import threading
import time

class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f'worker-{n}')
        self.n, self.result = n, None
    def run(self):
        time.sleep(self.n)
        self.result = self.n ** 2

workers = [Worker(n) for n in (3, 1)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print([(w.name, w.result) for w in workers], time.monotonic())
timer = threading.Timer(2, print, args=['rang'])
cancelled = threading.Timer(1, print, args=['never'])
timer.start()
cancelled.start()
cancelled.cancel()
timer.join()
print(time.monotonic())
