# platform: a Linux machine with CPython 3.13, of which little is known.

import sys as _sys


def system():
    return 'Linux'


def node():
    return 'localhost'


def release():
    return '6.0'


def version():
    return '#1 SMP'


def machine():
    return 'x86_64'


def processor():
    return ''


def architecture(executable=None, bits='', linkage=''):
    return '64bit', 'ELF'


def platform(aliased=False, terse=False):
    return 'Linux-6.0-x86_64-with-glibc2.36'


def python_implementation():
    return 'CPython'


def python_version():
    return '%d.%d.%d' % _sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_compiler():
    return 'GCC'


def python_build():
    return 'main', 'Oct  7 2024 00:00:00'


class uname_result(tuple):
    system, node, release, version, machine, processor = (
        property(lambda self, at=at: self[at]) for at in range(6))

    def __repr__(self):
        return 'uname_result(system=%r, node=%r, release=%r, version=%r, machine=%r)' % self[:5]


def uname():
    return uname_result((system(), node(), release(), version(), machine(), processor()))
