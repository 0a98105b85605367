"""Puts CPython on Loopscope's virtual clock before the recorded program starts.

`record.py` puts this folder on PYTHONPATH, so `site` imports this module and then Python runs the
program as it always does: as `__main__`, from its own file, with no frame of ours above it.

The clock counts whole nanoseconds and moves in two places only: when the loop would block in
`select` (to the earliest deadline) and in `time.sleep` (by its argument).
"""

import asyncio
import asyncio.events
import asyncio.unix_events
import gc
import itertools
import math
import os
import random
import selectors
import sys
import time
import weakref

START_NS = 1_704_067_200 * 1_000_000_000  # 2024-01-01T00:00:00Z
RECORDER_ERROR = 97

real_sleep, real_gmtime = time.sleep, time.gmtime
real_localtime, real_strftime = time.localtime, time.strftime
real_asctime, real_ctime = time.asctime, time.ctime


class Clock:
    """Nanoseconds since the program started."""

    now = 0


def stop(message):
    """Ends the recording: the program does something that has no virtual answer."""
    sys.stdout.flush()
    sys.stderr.write(f"\nrecorder: {message}\n")
    sys.stderr.flush()
    os._exit(RECORDER_ERROR)


# --- the time module ---------------------------------------------------------------------------


def virtual_sleep(seconds, /):
    if isinstance(seconds, (int, float)) and math.isfinite(seconds) and 0 <= seconds < 1e9:
        Clock.now += round(seconds * 1e9)
    elif hasattr(seconds, "__index__") and 0 <= seconds.__index__() < 10**9:
        Clock.now += seconds.__index__() * 10**9
    else:
        real_sleep(seconds)  # for its own error
        stop(f"time.sleep({seconds!r}) would take real time")


def wall_seconds():
    return (START_NS + Clock.now) // 10**9


def with_default(real):
    """`gmtime`, `localtime` and `ctime`: the current time when called without one."""
    return lambda seconds=None, /: real(wall_seconds() if seconds is None else seconds)


def install_time():
    def elapsed():
        return Clock.now / 1e9

    def elapsed_ns():
        return Clock.now

    time.time = lambda: (START_NS + Clock.now) / 1e9
    time.time_ns = lambda: START_NS + Clock.now
    for name in ("monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, name, elapsed)
        setattr(time, name + "_ns", elapsed_ns)
    time.sleep = virtual_sleep
    time.gmtime = with_default(real_gmtime)
    time.localtime = with_default(real_localtime)
    time.ctime = with_default(real_ctime)
    time.asctime = lambda *moment: real_asctime(*(moment or (time.localtime(),)))
    time.strftime = lambda form, *moment: real_strftime(form, *(moment or (time.localtime(),)))


# --- the event loop ----------------------------------------------------------------------------

creation = itertools.count()


class TimerHandle(asyncio.TimerHandle):
    """Equal deadlines fire in the order in which they were made, as on a real clock."""

    __slots__ = ("made",)

    def __init__(self, *args):
        super().__init__(*args)
        self.made = next(creation)

    def __lt__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self.made) < (other._when, other.made)


class Selector(selectors.DefaultSelector):
    """Where a loop would block, the clock jumps to the loop's earliest deadline."""

    loop = None

    def select(self, timeout=None):
        if timeout == 0:
            return super().select(0)
        if timeout is None:
            stop("deadlock: nothing is ready and there is no timer")
        deadline = self.loop()._scheduled[0]._when
        if math.isinf(deadline):
            stop("deadlock: nothing is ready and the only timer never fires")
        Clock.now = max(Clock.now, round(deadline * 1e9))
        while self.loop().time() < deadline:  # beyond 2**53 ns floats skip nanoseconds
            Clock.now += 1
        return []


class EventLoop(asyncio.unix_events._UnixSelectorEventLoop):
    def __init__(self):
        selector = Selector()
        super().__init__(selector)
        selector.loop = weakref.ref(self)

    @property
    def _clock_resolution(self):
        """The loop fires what is due before `time() + resolution`: this very moment, no later one."""
        return max(0.5e-9, math.ulp(self.time()))

    @_clock_resolution.setter
    def _clock_resolution(self, real):
        """The base class measures the real clock."""

    def time(self):
        return Clock.now / 1e9

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        if math.isfinite(when):
            when = round(when * 1e9) / 1e9
        timer = TimerHandle(when, callback, args, self, context)
        asyncio.base_events.heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer


def install_loop():
    name = asyncio.unix_events._UnixSelectorEventLoop.__name__
    EventLoop.__name__ = EventLoop.__qualname__ = name
    EventLoop.__module__ = "asyncio.unix_events"
    TimerHandle.__qualname__ = "TimerHandle"
    TimerHandle.__module__ = "asyncio.events"
    asyncio.unix_events._UnixDefaultEventLoopPolicy._loop_factory = EventLoop
    asyncio.SelectorEventLoop = asyncio.EventLoop = EventLoop


install_time()
install_loop()
random.seed(0)
# Reference counts free what they can at once; cycles go at exit, not at a count of allocations
# that nobody could predict. (gc.disable() would leave out the collection at exit, too.)
gc.set_threshold(0)
