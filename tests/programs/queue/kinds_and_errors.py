# Orders, and what full and empty queues raise.
import queue

p, l, s = queue.PriorityQueue(), queue.LifoQueue(), queue.SimpleQueue()
for n in (3, 1, 2):
    p.put(n)
    l.put(n)
    s.put(n)
print([p.get() for _ in range(3)], [l.get() for _ in range(3)], [s.get() for _ in range(3)])
q = queue.Queue(1)
for call in [q.get_nowait, lambda: q.get(timeout=0.5), lambda: q.get(timeout=-1), q.task_done]:
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
q.put('x')
print(q.full(), q.qsize())
for call in [lambda: q.put_nowait(1), lambda: q.put(1, timeout=1)]:
    try:
        call()
    except queue.Full as error:
        print('Full', error)
q.shutdown()
print(q.get())
try:
    q.get()
except queue.ShutDown as error:
    print('ShutDown', error)
