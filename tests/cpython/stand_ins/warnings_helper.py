# Stands for `test.support.warnings_helper`.

import contextlib
import functools
import re
import unittest
import warnings


class WarningsRecorder:
    def __init__(self, seen):
        self._seen, self._last = seen, 0

    def __getattr__(self, name):
        if len(self._seen) > self._last:
            return getattr(self._seen[-1], name)
        raise AttributeError(name)

    @property
    def warnings(self):
        return self._seen[self._last:]

    def reset(self):
        self._last = len(self._seen)


@contextlib.contextmanager
def check_warnings(*filters, quiet=None):
    if not filters:
        filters = (('', Warning),)
        quiet = True if quiet is None else quiet
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        yield WarningsRecorder(seen)
    left = [warning.message for warning in seen]
    missing = []
    for text, category in filters:
        matching = [w for w in left if re.match(text, str(w), re.I) and issubclass(type(w), category)]
        left = [w for w in left if w not in matching]
        if not matching and not quiet:
            missing.append((text, category.__name__))
    if left:
        raise AssertionError(f'unhandled warning {left[0]}')
    if missing:
        raise AssertionError(f'filter {missing[0]} did not catch any warning')


@contextlib.contextmanager
def check_no_warnings(case, message='', category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as seen:
        warnings.filterwarnings('always', message=message, category=category)
        yield
    case.assertEqual(seen, [])


@contextlib.contextmanager
def check_no_resource_warning(case):
    yield


@contextlib.contextmanager
def save_restore_warnings_filters():
    with warnings.catch_warnings():
        yield


def check_syntax_warning(case, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    case.assertEqual(len(seen), 1, seen)
    case.assertRegex(str(seen[0].message), errtext)


def ignore_warnings(*, category):
    def decorate(test):
        @functools.wraps(test)
        def run(*args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return test(*args, **kwargs)
        return run
    return decorate


def ignore_fork_in_thread_deprecation_warnings(test):
    return test


def import_deprecated(name):
    raise unittest.SkipTest(f'module: {name}')


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return unittest.skip(f'implementation: test.support.{name}')
