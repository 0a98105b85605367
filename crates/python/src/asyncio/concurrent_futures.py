# The part of concurrent.futures that blocks the calling thread.

from time import monotonic as _now

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    pass


class BrokenThreadPool(BrokenExecutor):
    pass


class _Beginning:
    # What a pool's workers begin with; calls what they are to call after that.
    def __init__(self, initializer, arguments):
        self._initializer, self._arguments = initializer, arguments
        self._begun = set()
        self._broken = None

    def check(self):
        if self._broken:
            raise BrokenThreadPool(self._broken)

    def __call__(self, fn, /, *args, **kwargs):
        name = _worker()
        if name not in self._begun and not self._broken:
            self._begun.add(name)
            try:
                self._initializer(*self._arguments)
            except BaseException:
                from logging import getLogger
                getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
                self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
        self.check()
        return fn(*args, **kwargs)


def _block_until(condition, timeout):
    if timeout is None:
        while not condition():
            _park(None)
        return True
    deadline = round(_now() + timeout, 9)
    while not condition():
        left = deadline - _now()
        if left <= 0:
            return False
        _park(left)
    return True


def _wait_for(future, timeout, method):
    if not _block_until(future.done, timeout):
        raise TimeoutError()
    return future.result() if method == "result" else future.exception()


def _drain(pool):
    _block_until(pool._is_drained, None)


def _map(pool, fn, *iterables, timeout=None, chunksize=1):
    end = None if timeout is None else round(_now() + timeout, 9)
    futures = [pool.submit(fn, *args) for args in zip(*iterables)]

    def results():
        try:
            futures.reverse()
            while futures:
                future = futures.pop()
                yield future.result(None if end is None else end - _now())
        finally:
            for future in futures:
                future.cancel()

    return results()


class _DoneAndNotDone(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)

    def enough():
        done = [future for future in fs if future.done()]
        if len(done) == len(fs):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        return return_when == FIRST_EXCEPTION and any(
            not future.cancelled() and future.exception() is not None for future in done
        )

    _block_until(enough, timeout)
    done = {future for future in fs if future.done()}
    return _DoneAndNotDone((done, fs - done))


def as_completed(fs, timeout=None):
    end = None if timeout is None else round(_now() + timeout, 9)
    pending = list(dict.fromkeys(fs))
    total = len(pending)
    order = []
    for future in pending:
        future.add_done_callback(order.append)
    while pending:
        left = None if end is None else end - _now()
        if not _block_until(lambda: order, left):
            raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
        future = order.pop(0)
        pending.remove(future)
        yield future


class _Kind(type):
    # The native pool is an executor too.
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, other):
        return type.__subclasscheck__(cls, other) or cls is Executor and issubclass(other, ThreadPoolExecutor)


class Executor(metaclass=_Kind):
    __module__ = 'concurrent.futures._base'

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.shutdown(wait=True)
        return False


Executor.map = _map
_map.__qualname__ = 'Executor.map'


class ProcessPoolExecutor(Executor):
    __module__ = 'concurrent.futures.process'

    def __init__(self, *args, **kwargs):
        error = NotImplementedError()
        error.add_note("Loopscope cannot start processes: ThreadPoolExecutor has worker threads.")
        raise error
