# Stands for `test.support`, as far as tests of what programs here have use it.

import contextlib
import functools
import gc
import io
import math
import sys
import time
import types
import unittest

verbose, use_resources, junit_xml_list = 0, None, None
failfast = max_memuse = real_max_memuse = 0
match_tests = None
LOOPBACK_TIMEOUT, INTERNET_TIMEOUT, SHORT_TIMEOUT, LONG_TIMEOUT = 5.0, 60.0, 30.0, 300.0
Py_DEBUG = Py_TRACE_REFS = Py_GIL_DISABLED = MS_WINDOWS = is_jython = is_android = is_wasi = False
is_apple = is_apple_mobile = HAVE_ASAN_FORK_BUG = False
# What has neither processes nor sockets is like Emscripten.
is_emscripten = True
has_fork_support = has_subprocess_support = has_socket_support = False
has_strftime_extensions = True
HAVE_DOCSTRINGS, MISSING_C_DOCSTRINGS = False, True
MAX_Py_ssize_t = sys.maxsize
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 1 << 31, 1 << 32
SOCK_MAX_SIZE = PIPE_MAX_SIZE = 4 << 20
TEST_HOME_DIR = TEST_DATA_DIR = REPO_ROOT = '/test'
NHASHBITS = 61
OF_CPYTHON = "implementation: CPython's own"
skip = unittest.skip


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class TestDidNotRun(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


def cpython_only(test):
    return skip(OF_CPYTHON)(test)


def impl_detail(msg=None, **guards):
    return (lambda test: test) if check_impl_detail(**guards) else skip(OF_CPYTHON)


def check_impl_detail(**guards):
    if not guards:
        return False
    return not next(iter(guards.values()))


def _needs(kind):
    def whole(*args, **kwargs):
        if len(args) == 1 and not kwargs and callable(args[0]):
            return skip(kind)(args[0])
        return skip(kind)
    return whole


def _plain(*args, **kwargs):
    if len(args) == 1 and not kwargs and (callable(args[0])):
        return args[0]
    return lambda test: test


requires_subprocess = requires_fork = _needs('system: processes')
requires_working_socket = _needs('system: sockets')
requires_gil_enabled = requires_IEEE_754 = requires_mac_ver = requires_linux_version = _plain
requires_docstrings = skip("implementation: docstrings of the library")
requires_limited_api = requires_specialization = no_tracing = refcount_test = cpython_only
requires_zlib, requires_gzip = _needs('module: zlib'), _needs('module: gzip')
requires_bz2, requires_lzma = _needs('module: bz2'), _needs('module: lzma')
skip_if_sanitizer = skip_if_pgo_task = suppress_immortalization = thread_unsafe = _plain
force_not_colorized = force_not_colorized_test_class = skip_emscripten_stack_overflow = skip_wasi_stack_overflow = _plain
skip_if_broken_multiprocessing_synchronize = _needs('module: multiprocessing')


@contextlib.contextmanager
def nothing(*args, **kwargs):
    yield


disable_faulthandler = SuppressCrashReport = force_color = no_color = nothing
suppress_immortalization = lambda suppress=True: nothing()


def requires_resource(name):
    return skip(f'resource: {name}')


def requires(resource, msg=None):
    raise unittest.SkipTest(f'resource: {resource}')


def is_resource_enabled(name):
    return False


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f'{obj!r} has no attribute {name!r}')


def bigmemtest(size, memuse, dry_run=True):
    def decorate(test):
        @functools.wraps(test)
        def run(self):
            return test(self, 5147)
        return run
    return decorate


bigaddrspacetest = skip('resource: memory')


def run_with_locale(*args):
    return skip('system: locales')


run_with_locales = run_with_locale


def run_with_tz(tz):
    return skip('system: time zones')


def gc_collect():
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    yield


gc_threshold = nothing


@contextlib.contextmanager
def captured_output(name):
    before = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, before)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


def captured_stdin():
    return captured_output('stdin')


@contextlib.contextmanager
def swap_attr(obj, attr, new):
    if hasattr(obj, attr):
        old = getattr(obj, attr)
        setattr(obj, attr, new)
        try:
            yield old
        finally:
            setattr(obj, attr, old)
    else:
        setattr(obj, attr, new)
        try:
            yield
        finally:
            if hasattr(obj, attr):
                delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new):
    if item in obj:
        old = obj[item]
        obj[item] = new
        try:
            yield old
        finally:
            obj[item] = old
    else:
        obj[item] = new
        try:
            yield
        finally:
            obj.pop(item, None)


def patch(case, instance, name, value):
    old = getattr(instance, name)
    case.addCleanup(setattr, instance, name, old)
    setattr(instance, name, value)


@contextlib.contextmanager
def infinite_recursion(max_depth=None):
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max_depth or 100)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def get_recursion_depth():
    depth, frame = 0, sys._getframe(1)
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    return depth


def get_recursion_available():
    return sys.getrecursionlimit() - get_recursion_depth()


@contextlib.contextmanager
def set_recursion_limit(limit):
    before = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(limit)
        yield
    finally:
        sys.setrecursionlimit(before)


def exceeds_recursion_limit():
    return 100_000


def get_c_recursion_limit():
    return 10_000


@contextlib.contextmanager
def adjust_int_max_str_digits(digits):
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


def setswitchinterval(interval):
    pass


def busy_retry(timeout, err_msg=None, /, *, error=True):
    deadline = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= deadline:
            break
    if error:
        raise AssertionError(err_msg or 'timeout')


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(init_delay)


def reap_children():
    pass


def maybe_get_event_loop_policy():
    return None


def check_sizeof(*args):
    raise unittest.SkipTest(OF_CPYTHON)


check_disallow_instantiation = check_sizeof


def run_code(code, extra_names=None):
    names = dict(extra_names or {}, __name__='test')
    exec(code, names)
    return names


def check_syntax_error(case, statement, errtext='', *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext):
        compile(statement, '<test string>', 'exec')


def check_free_after_iterating(case, iter, cls, args=()):
    done = False

    class A(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(it)
            except StopIteration:
                pass

    it = iter(A(*args))
    case.assertRaises(StopIteration, next, it)
    gc_collect()
    case.assertTrue(done)


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    raise unittest.SkipTest("implementation: names of the library's modules")


def load_package_tests(*args):
    return unittest.TestSuite()


def run_in_subinterp(*args):
    raise unittest.SkipTest('system: interpreters')


run_in_subinterp_with_config = run_in_subinterp


def findfile(*args, **kwargs):
    raise unittest.SkipTest('system: files')


def wait_process(*args, **kwargs):
    raise unittest.SkipTest('system: processes')


def check_sanitizer(**kwargs):
    return False


class catch_unraisable_exception:
    def __enter__(self):
        self.unraisable = None
        self._old, sys.unraisablehook = sys.unraisablehook, self._hook
        return self

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *error):
        sys.unraisablehook = self._old
        self.unraisable = None


class CPUStopwatch:
    def __enter__(self):
        self.start, self.seconds = time.perf_counter(), 0.0
        return self

    def __exit__(self, *error):
        self.seconds = time.perf_counter() - self.start


class _Always:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer

    def __ne__(self, other):
        return not self.answer

    def __hash__(self):
        return 1


ALWAYS_EQ, NEVER_EQ = _Always(True), _Always(False)


@functools.total_ordering
class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


LARGEST, SMALLEST = _Largest(), _Smallest()


class Matcher:
    _partial_matches = ('msg', 'message')

    def matches(self, d, **kwargs):
        return all(
            wanted in d.get(key, '') if key in self._partial_matches and isinstance(d.get(key), str) else d.get(key) == wanted
            for key, wanted in kwargs.items())


def collision_stats(nbins, nballs):
    n, k = nbins, nballs
    p1, p2 = (n - 1) / n, (n - 2) / n
    meancollisions = k - n * (1 - p1 ** k)
    return meancollisions, math.sqrt(n * (n - 1) * p2 ** k + n * p1 ** k - n * n * p1 ** (2 * k)) if n else 0.0


class Stopwatch(CPUStopwatch):
    pass


def iter_builtin_types():
    return iter(())


iter_slot_wrappers = lambda cls: iter(())


def control_characters_c0():
    return [chr(c) for c in range(0x20)] + ['\x7f']


def __getattr__(name):
    # Whatever else there is decorates a test that is about CPython.
    if name.startswith('__'):
        raise AttributeError(name)
    return _needs(f'implementation: test.support.{name}')
