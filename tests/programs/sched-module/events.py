# Events at their times.
import sched
import time

s = sched.scheduler(time.monotonic, time.sleep)
s.enter(2, 1, print, ('second',))
s.enter(1, 1, print, ('first',), {'end': '!\n'})
gone = s.enter(3, 1, print, ('never',))
s.enter(2, 0, print, ('before the second',))
s.cancel(gone)
print(len(s.queue), s.empty())
s.run()
print(time.monotonic(), s.empty())
