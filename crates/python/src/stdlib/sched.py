import heapq
import time
from time import monotonic as _time


class Event(tuple):
    # Ordered by time, priority and the order in which they were entered.
    def __new__(cls, time, priority, sequence, action, argument, kwargs):
        return tuple.__new__(cls, (time, priority, sequence, action, argument, kwargs))

    time = property(lambda self: self[0])
    priority = property(lambda self: self[1])
    sequence = property(lambda self: self[2])
    action = property(lambda self: self[3])
    argument = property(lambda self: self[4])
    kwargs = property(lambda self: self[5])

    def __repr__(self):
        return (f'Event(time={self[0]!r}, priority={self[1]!r}, sequence={self[2]!r}, action={self[3]!r}, '
                f'argument={self[4]!r}, kwargs={self[5]!r})')


class scheduler:
    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue, self._count = [], 0
        self.timefunc, self.delayfunc = timefunc, delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        event = Event(time, priority, self._count, action, argument, kwargs or {})
        self._count += 1
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        while self._queue:
            event = self._queue[0]
            now = self.timefunc()
            if event.time > now:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
                continue
            heapq.heappop(self._queue)
            event.action(*event.argument, **event.kwargs)
            self.delayfunc(0)
        return None

    @property
    def queue(self):
        return sorted(self._queue)
