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


# part: threading/locks.py


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
