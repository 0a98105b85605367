"""Puts CPython on Loopscope's virtual clock before the recorded program starts.

`record.py` puts this folder on PYTHONPATH, so `site` imports this module and then Python runs the
program as it always does: as `__main__`, from its own file, with no frame of ours above it.

The clock counts whole nanoseconds and moves only where every thread blocks (`time.sleep`, the loop's
`select`, locks): to the earliest moment that one of them waits for.
"""

import _thread
import asyncio
import asyncio.events
import asyncio.unix_events
import concurrent.futures.thread
import ctypes
import datetime
import gc
import itertools
import logging
import math
import os
import queue
import random
import selectors
import sys
import threading
import time
import warnings
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
        span = round(seconds * 1e9)
    elif hasattr(seconds, "__index__") and 0 <= seconds.__index__() < 10**9:
        span = seconds.__index__() * 10**9
    else:
        real_sleep(seconds)  # for its own error
        stop(f"time.sleep({seconds!r}) would take real time")
    Threads.block(lambda: False, Clock.now + span)


class Threads:
    """Threads take turns: one runs until it blocks or ends, then another. What CPython leaves to the
    operating system is decided here.

    A thread that can go on does so before the main thread, and else those first that blocked first. So a
    new thread runs before `start` returns, and one that waited for work when the main thread blocks or
    looks for events. When no thread can go on, the clock moves to the earliest moment that one waits for.
    """

    # Threads that do not run, first come first: thread id -> (can it go on?, until when it waits, its bed).
    blocked = {}
    main = threading.get_ident()
    real_start = threading.Thread.start
    real_bootstrap = threading.Thread._bootstrap
    real_join = threading.Thread.join
    real_shutdown = threading._shutdown

    @classmethod
    def block(cls, ready, moment=math.inf):
        """Lets others run until `ready()`, at most until `moment`; whether it is ready."""
        bed = _thread.allocate_lock()
        bed.acquire()
        cls.blocked[threading.get_ident()] = ready, moment, bed
        cls.wake_next()
        bed.acquire()
        return ready()

    @classmethod
    def wake_next(cls):
        def key(thread):
            return thread == cls.main, order[thread]

        order = {thread: place for place, thread in enumerate(cls.blocked)}
        due = [thread for thread, (_, moment, _) in cls.blocked.items() if moment <= Clock.now]
        able = due or [thread for thread, (ready, _, _) in cls.blocked.items() if ready()]
        if not able:
            earliest = min(moment for _, moment, _ in cls.blocked.values())
            if math.isinf(earliest):
                stop("deadlock: nothing is ready and there is no timer")
            Clock.now = max(Clock.now, earliest)
            able = [thread for thread, (_, moment, _) in cls.blocked.items() if moment <= earliest]
        cls.blocked.pop(min(able, key=key))[2].release()

    @classmethod
    def start(cls, thread):
        bed = _thread.allocate_lock()
        bed.acquire()
        thread.is_over = False

        def bootstrap():
            cls.blocked[threading.get_ident()] = (lambda: True), math.inf, bed
            born.release()
            bed.acquire()
            cls.real_bootstrap(thread)
            thread.is_over = True
            cls.wake_next()

        born = _thread.allocate_lock()
        born.acquire()
        thread._bootstrap = bootstrap
        wait, thread._started.wait = thread._started.wait, lambda: (born.acquire(), wait())
        cls.real_start(thread)
        del thread._started.wait

    @classmethod
    def join(cls, thread, timeout=None):
        if getattr(thread, "is_over", True):
            return cls.real_join(thread, timeout)
        if cls.block(lambda: thread.is_over, cls.deadline(timeout)):
            cls.real_join(thread)

    @classmethod
    def shutdown(cls):
        while threading._threading_atexits:
            threading._threading_atexits.pop()()
        for thread in threading.enumerate():
            if not thread.daemon and thread is not threading.main_thread():
                thread.join()
        cls.real_shutdown()

    @staticmethod
    def deadline(timeout):
        return math.inf if timeout is None or timeout < 0 else Clock.now + round(timeout * 1e9)

    @classmethod
    def install(cls):
        threading.Thread.start = lambda thread: cls.start(thread)
        threading.Thread.join = lambda thread, timeout=None: cls.join(thread, timeout)
        threading._shutdown = cls.shutdown
        threading.Lock = threading._allocate_lock = Lock
        threading._CRLock = None
        queue.SimpleQueue = queue._PySimpleQueue
        concurrent.futures.thread._global_shutdown_lock = Lock()
        os.process_cpu_count = os.cpu_count = lambda: 4
        kill, process = os.kill, os.getpid
        os.getpid = lambda: 4242
        os.kill = lambda pid, number: kill(process() if pid == 4242 else pid, number)
        native = threading.get_native_id
        threading.get_native_id = lambda: 4242 if threading.get_ident() == cls.main else native()


class Lock:
    """A lock that lets other threads run where it blocks."""

    def __init__(self):
        self.held = False

    def acquire(self, blocking=True, timeout=-1):
        if self.held and not (blocking and Threads.block(lambda: not self.held, Threads.deadline(timeout))):
            return False
        self.held = True
        return True

    def release(self):
        if not self.held:
            raise RuntimeError("release unlocked lock")
        self.held = False

    def locked(self):
        return self.held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


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
    logging._startTime = START_NS
    install_datetime()


def install_datetime():
    """`now` and `utcnow` ask the system themselves. They stay methods of the class that C made, whose texts are recorded."""

    def now(cls, tz=None):
        return cls.fromtimestamp(wall_seconds(), tz).replace(microsecond=Clock.now // 1000 % 10**6)

    def utcnow(cls):
        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
            DeprecationWarning,
            stacklevel=2,
        )
        return now(cls, datetime.timezone.utc).replace(tzinfo=None)

    attributes = gc.get_referents(datetime.datetime.__dict__)[0]
    attributes["now"] = classmethod(now)
    attributes["utcnow"] = classmethod(utcnow)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime.datetime))


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
    """Where a loop would block, other threads run; the clock moves on to the earliest moment waited for."""

    loop = None

    def select(self, timeout=None):
        if timeout == 0:
            Threads.block(lambda: True)
            return super().select(0)
        deadline = math.inf if timeout is None else self.loop()._scheduled[0]._when
        moment = deadline if math.isinf(deadline) else round(deadline * 1e9)
        if Threads.block(lambda: bool(super(Selector, self).select(0)), moment):
            return super().select(0)
        while self.loop().time() < deadline:  # beyond 2**53 ns floats skip nanoseconds
            Clock.now += 1
        return []


class InOrder(dict):
    """What asyncio needs of a set, walked through in the order in which things were added."""

    def add(self, item):
        self.setdefault(item)

    def discard(self, item):
        self.pop(item, None)


class Set(set):
    """A set that is walked through in the order in which things were added."""

    __qualname__ = "set"

    def __init__(self, items=()):
        super().__init__()
        self.order = {}
        for item in items:
            self.add(item)

    def add(self, item):
        super().add(item)
        self.order.setdefault(item)

    def discard(self, item):
        super().discard(item)
        self.order.pop(item, None)

    def remove(self, item):
        super().remove(item)
        del self.order[item]

    def pop(self):
        for item in self.order:
            self.remove(item)
            return item
        return super().pop()  # for its own error

    def clear(self):
        super().clear()
        self.order.clear()

    def update(self, *others):
        for item in itertools.chain(*others):
            self.add(item)

    def __iter__(self):
        return iter(list(self.order))

    def __sub__(self, other):
        return Set(item for item in self if item not in other)

    def __and__(self, other):
        return Set(item for item in self if item in other)

    def __or__(self, other):
        return Set(itertools.chain(self, other))

    def __repr__(self):
        return f"{{{', '.join(map(repr, self))}}}" if self else "set()"


Set.__name__, Set.__module__ = "set", "builtins"


class Tasks:
    """The `tasks` module of `asyncio.runners`: what is left is cancelled in the order in which it was made."""

    def __getattr__(self, name):
        return getattr(asyncio.tasks, name)

    def all_tasks(self, loop=None):
        return list(asyncio.tasks.all_tasks(loop))


class EventLoop(asyncio.unix_events._UnixSelectorEventLoop):
    def __init__(self):
        selector = Selector()
        super().__init__(selector)
        selector.loop = weakref.ref(self)
        self._asyncgens.data = InOrder()

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


real_all_tasks = asyncio.tasks.all_tasks


def all_tasks(loop=None):
    if loop is None:
        loop = asyncio.get_running_loop()
    present = real_all_tasks(loop)
    made = Set(task for task in asyncio.tasks._scheduled_tasks if task in present)
    made.update(task for task in present if task not in made)  # eager ones are few
    return made


def install_order():
    """Sets of tasks have no order that programs could rely on: here they are in the order of creation."""
    asyncio.tasks._scheduled_tasks.data = InOrder()
    asyncio.tasks.set = Set
    asyncio.all_tasks = asyncio.tasks.all_tasks = all_tasks
    asyncio.taskgroups.set = InOrder
    asyncio.runners.tasks = Tasks()


def install_loop():
    Selector.__name__ = "EpollSelector"  # for the logger's word on it
    name = asyncio.unix_events._UnixSelectorEventLoop.__name__
    EventLoop.__name__ = EventLoop.__qualname__ = name
    EventLoop.__module__ = "asyncio.unix_events"
    TimerHandle.__qualname__ = "TimerHandle"
    TimerHandle.__module__ = "asyncio.events"
    asyncio.unix_events._UnixDefaultEventLoopPolicy._loop_factory = EventLoop
    asyncio.SelectorEventLoop = asyncio.EventLoop = EventLoop


def without_cycles():
    """The errors of a TaskGroup lead to frames, which in 3.13.0 lead to them again: as in 3.13.1 (gh-124958).

    Only `batch.py` asks for this: how long things live shows in few programs that are not random.
    """
    leave = asyncio.TaskGroup.__aexit__
    held = "et", "exc", "tb", "me", "propagate_cancellation_error"

    async def __aexit__(self, et, exc, tb):
        try:
            return await leave(self, et, exc, tb)
        except BaseException as error:
            trace = error.__traceback__
            while trace:
                if trace.tb_frame.f_code is leave.__code__:
                    trace.tb_frame.f_locals.update(dict.fromkeys(held))
                trace = trace.tb_next
            raise
        finally:
            et = exc = tb = None

    asyncio.TaskGroup.__aexit__ = __aexit__


install_time()
install_loop()
install_order()
Threads.install()
random.seed(0)
# Reference counts free what they can at once; cycles go at exit, not at a count of allocations
# that nobody could predict. (gc.disable() would leave out the collection at exit, too.)
gc.set_threshold(0)
