# Threads are workers; what blocks looks again whenever something has happened. What waits keeps its place as CPython's
# locks and conditions do.

from _thread import _Flag, _lane, _spawn, _wait
from time import monotonic as _now

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError


def _block(flag, timeout=None):
    # Blocks until it is free, at most so many seconds; whether it is.
    if timeout is None:
        while flag.held:
            _wait(flag, None)
        return True
    # The clock counts whole nanoseconds: what is less will never pass.
    end = round(_now() + timeout, 9)
    while flag.held:
        left = end - _now()
        if left <= 0:
            return False
        _wait(flag, left)
    return True


class Lock:
    __module__ = '_thread'
    __qualname__ = 'lock'

    def __init__(self):
        self._flag = _Flag()

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError('timeout value must be a non-negative number')
        if timeout > TIMEOUT_MAX:
            raise OverflowError('timeout value is too large')
        flag = self._flag
        if flag.held:
            if not blocking or not _block(flag, None if timeout == -1 else timeout):
                return False
        flag.held = True
        return True

    def release(self):
        if not self._flag.held:
            raise RuntimeError('release unlocked lock')
        self._flag.held = False

    def locked(self):
        return self._flag.held

    __enter__ = acquire

    def __exit__(self, *error):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._flag.held else 'unlocked'} _thread.lock object at {id(self):#x}>"


_allocate_lock = allocate_lock = Lock


class RLock:
    __module__ = '_thread'

    def __init__(self):
        self._lock = Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        if not self._lock.acquire(blocking, timeout):
            return False
        self._owner, self._count = me, 1
        return True

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._lock.release()

    def __exit__(self, *error):
        self.release()

    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._lock.release()
        return state

    def _acquire_restore(self, state):
        self._lock.acquire()
        self._count, self._owner = state

    def _is_owned(self):
        return self._owner == get_ident()

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return f'<{state} _thread.RLock object owner={self._owner or 0} count={self._count} at {id(self):#x}>'


class Condition:
    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire, self.release = lock.acquire, lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _is_owned(self):
        owned = getattr(self._lock, '_is_owned', None)
        return self._lock.locked() if owned is None else owned()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        save = getattr(self._lock, '_release_save', None)
        state = self._lock.release() if save is None else save()
        got = False
        try:
            if timeout is None:
                got = waiter.acquire()
            elif timeout > 0:
                got = waiter.acquire(True, timeout)
            else:
                got = waiter.acquire(False)
            return got
        finally:
            if save is None:
                self._lock.acquire()
            else:
                self._lock._acquire_restore(state)
            if not got and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            left = None
            if timeout is not None:
                if end is None:
                    end = round(_now() + timeout, 9)
                left = end - _now()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while n > 0 and self._waiters:
            self._waiters.pop(0).release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return f'<threading.{type(self).__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while not self._value:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = round(_now() + timeout, 9)
                    else:
                        timeout = end - _now()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *error):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f'<threading.{type(self).__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return f"<threading.{type(self).__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # States: 0 filling, 1 draining, -1 being reset, -2 broken.
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._action, self._timeout, self._parties = action, timeout, parties
        self._state = self._count = 0

    def __repr__(self):
        name = f'threading.{type(self).__qualname__} at {id(self):#x}'
        if self.broken:
            return f'<{name}: broken>'
        return f'<{name}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                    except BaseException:
                        self._break()
                        raise
                    self._state = 1
                    self._cond.notify_all()
                else:
                    if not self._cond.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if not self._count and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if not self._count:
                self._state = 0
            elif self._state in (0, -2):
                self._state = -1
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


_MAIN_IDENT = 140000000000000
_counter = 0
_running = {}


def get_ident():
    lane = _lane()
    return _MAIN_IDENT if lane is None else _MAIN_IDENT + 16 + lane[0] * 16


def get_native_id():
    # That of the main thread is the number of the process.
    return get_ident() - 140_000_000_000_000 + 4242


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        if name is None:
            global _counter
            _counter += 1
            name = f'Thread-{_counter}'
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._target, self._name, self._args, self._kwargs = target, str(name), args, kwargs or {}
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._begun = False
        self._alive = _Flag()
        self._initialized = True

    def __repr__(self):
        status = 'initial' if not self._begun else 'started' if self._alive.held else 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._begun:
            raise RuntimeError('threads can only be started once')
        self._begun = self._alive.held = True
        what = getattr(self._target, '__qualname__', None) or f'{type(self).__qualname__}.run'
        _spawn(self._bootstrap, self._name, what, self._daemonic)

    def _bootstrap(self):
        self._ident = get_ident()
        _running[self._ident] = self
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(_HookArgs((type(error), error, error.__traceback__, self)))
        finally:
            del _running[self._ident]
            self._alive.held = False

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._begun:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        _block(self._alive, None if timeout is None else max(timeout, 0))

    def is_alive(self):
        return self._alive.held

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._begun:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name


class _MainThread(Thread):
    def __init__(self):
        self._name, self._daemonic, self._ident = 'MainThread', False, _MAIN_IDENT
        self._initialized = self._begun = True
        self._alive = _Flag()
        self._alive.held = True


class _PoolThread(Thread):
    # A thread of an executor.
    def __init__(self, name, ident):
        self._name, self._daemonic, self._ident = name, False, ident
        self._initialized = self._begun = True
        self._alive = _Flag()
        self._alive.held = True


_PoolThread.__name__ = 'Thread'
_main = _MainThread()
_pooled = {}


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def current_thread():
    lane = _lane()
    if lane is None:
        return _main
    thread = _running.get(get_ident())
    if thread is None:
        name = lane[1]
        thread = _pooled.get(name)
        if thread is None:
            thread = _pooled[name] = _PoolThread(name, get_ident())
    return thread


currentThread = current_thread


def main_thread():
    return _main


def enumerate():
    return [_main, *_running.values()]


def active_count():
    return 1 + len(_running)


activeCount = active_count


class _HookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


ExceptHookArgs = _HookArgs


def excepthook(args, /):
    import sys
    from traceback import format_exception
    name = args.thread.name if args.thread is not None else get_ident()
    sys.stderr.write(f"Exception in thread {name}:\n{''.join(format_exception(args.exc_value))}")


__excepthook__ = excepthook


def settrace(func):
    pass


def setprofile(func):
    pass


def stack_size(size=0):
    return 0


def _of_thread(holder):
    # The attributes of a `local` in the running thread.
    values, args, kwargs = object.__getattribute__(holder, '_local__impl')
    key = get_ident()
    mine = values.get(key)
    if mine is None:
        mine = values[key] = {}
        type(holder).__init__(holder, *args, **kwargs)
    return mine


class local:
    __module__ = '_thread'
    __qualname__ = '_local'
    __tp_name__ = '_thread._local'

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        made = object.__new__(cls)
        object.__setattr__(made, '_local__impl', ({get_ident(): {}}, args, kwargs))
        return made

    def __getattribute__(self, name):
        mine = _of_thread(self)
        if name == '__dict__':
            return mine
        if name in mine:
            return mine[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        _of_thread(self)[name] = value

    def __delattr__(self, name):
        mine = _of_thread(self)
        if name not in mine:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        del mine[name]
