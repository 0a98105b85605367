# Stands for `test.support.import_helper`: a module written in C and the same in Python are one here.

import contextlib
import sys
import unittest


def _module(name):
    names = {}
    exec(f'import {name} as found', names)
    return names['found']


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return _module(name)
    except ImportError:
        raise unittest.SkipTest(f'module: {name}')


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    try:
        return _module(name)
    except ImportError:
        return None


@contextlib.contextmanager
def _nothing(*args, **kwargs):
    yield


CleanImport = DirsOnSysPath = isolated_modules = _nothing
ready_to_import = frozen_modules = multi_interp_extensions_check = _nothing


def ensure_lazy_imports(*args, **kwargs):
    raise unittest.SkipTest('implementation: what modules import')


def forget(name):
    sys.modules.pop(name, None)


def make_legacy_pyc(*args):
    raise unittest.SkipTest('system: files')


unlink = forget


def unload(name):
    sys.modules.pop(name, None)


@contextlib.contextmanager
def modules_setup():
    yield
