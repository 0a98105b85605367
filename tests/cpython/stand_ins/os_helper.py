# Stands for `test.support.os_helper`: there are no files.

import contextlib
import os
import unittest

TESTFN = TESTFN_ASCII = '@test'
TESTFN_UNICODE = TESTFN_NONASCII = '@test-\xe0'
TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = FS_NONASCII = None
SAVEDCWD = '/'
can_symlink = can_xattr = can_chmod = can_hardlink = lambda: False
skip_unless_symlink = skip_unless_xattr = skip_unless_hardlink = skip_unless_working_chmod = unittest.skip('system: files')
skip_unless_dac_override = skip_unless_symlink


def _files(*args, **kwargs):
    raise unittest.SkipTest('system: files')


create_empty_file = make_bad_fd = temp_dir = change_cwd = temp_cwd = temp_umask = open_dir_fd = save_mode = _files


def unlink(name):
    pass


rmtree = rmdir = unlink


class FakePath:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'<FakePath {self.path!r}>'

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


class EnvironmentVarGuard:
    def __init__(self):
        self._environ, self._before = os.environ, {}

    def __getitem__(self, name):
        return self._environ[name]

    def _keep(self, name):
        self._before.setdefault(name, self._environ.get(name))

    def __setitem__(self, name, value):
        self._keep(name)
        self._environ[name] = value

    def __delitem__(self, name):
        self._keep(name)
        self._environ.pop(name, None)

    def set(self, name, value):
        self[name] = value

    def unset(self, *names):
        for name in names:
            del self[name]

    def __enter__(self):
        return self

    def __exit__(self, *error):
        for name, value in self._before.items():
            if value is None:
                self._environ.pop(name, None)
            else:
                self._environ[name] = value


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return unittest.skip(f'implementation: test.support.{name}')
