# Stands for `test.support.threading_helper`.

import contextlib
import threading
import time
import unittest

can_start_thread = True


def threading_setup():
    return ()


def threading_cleanup(*before):
    pass


def reap_threads(test):
    return test


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        if unlock:
            unlock()
        for thread in threads:
            thread.join(60)


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


def join_thread(thread, timeout=None):
    thread.join(30 if timeout is None else timeout)
    if thread.is_alive():
        raise AssertionError('failed to join the thread')


class catch_threading_exception:
    exc_type = exc_value = exc_traceback = thread = None

    def __enter__(self):
        self._old, threading.excepthook = threading.excepthook, self._hook
        return self

    def _hook(self, args):
        self.exc_type, self.exc_value = args.exc_type, args.exc_value
        self.exc_traceback, self.thread = args.exc_traceback, args.thread

    def __exit__(self, *error):
        threading.excepthook = self._old


def requires_working_threading(*, module=False):
    return None if module else lambda test: test


def run_concurrently(worker_func, nthreads=None, args=(), kwargs={}):
    workers = worker_func if nthreads is None else [worker_func] * nthreads
    with start_threads([threading.Thread(target=worker, args=args, kwargs=kwargs) for worker in workers]):
        pass


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return unittest.skip(f'implementation: test.support.{name}')
