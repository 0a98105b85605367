# What a page can tell of its machine: there are no files, no other processes, and an environment of the program's own.

import posixpath as path

name = 'posix'
sep, altsep, linesep, pathsep, curdir, pardir, extsep = '/', None, '\n', ':', '.', '..', '.'
devnull, defpath = '/dev/null', '/bin:/usr/bin'
error = OSError
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT = 0, 1, 2, 64
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


class _Environ(dict):
    def __repr__(self):
        return f'environ({dict.__repr__(self)})'

    def __getitem__(self, key):
        return dict.__getitem__(self, _text(key))

    def __setitem__(self, key, value):
        dict.__setitem__(self, _text(key), _text(value))

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f'str expected, not {type(value).__name__}')
    return value


environ = _Environ(HOME='/home/user', LANG='C.UTF-8', PATH='/usr/local/bin:/usr/bin:/bin', PWD='/home/user', USER='user')


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getpid():
    return 4242


def getppid():
    return 4241


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return 'user'


def getcwd():
    return '/home/user'


def cpu_count():
    return 4


process_cpu_count = cpu_count


def urandom(size, /):
    from random import SystemRandom
    return SystemRandom().randbytes(size)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return method(path)


class PathLike:
    __class_getitem__ = classmethod(type(list[int]))

    def __fspath__(self):
        raise NotImplementedError


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def strerror(code, /):
    return {1: 'Operation not permitted', 2: 'No such file or directory', 3: 'No such process',
            4: 'Interrupted system call', 5: 'Input/output error', 11: 'Resource temporarily unavailable',
            12: 'Cannot allocate memory', 13: 'Permission denied', 17: 'File exists', 20: 'Not a directory',
            21: 'Is a directory', 22: 'Invalid argument', 28: 'No space left on device', 32: 'Broken pipe',
            98: 'Address already in use', 101: 'Network is unreachable', 104: 'Connection reset by peer',
            110: 'Connection timed out', 111: 'Connection refused', 113: 'No route to host'}.get(code, f'Unknown error {code}')


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


def get_terminal_size(fallback=(80, 24)):
    return terminal_size(fallback)


def kill(pid, signal, /):
    if pid not in (0, getpid()):
        raise ProcessLookupError(3, 'No such process')
    if signal:
        from signal import raise_signal
        raise_signal(signal)


def _exit(status):
    import sys
    sys.exit(status)


def times():
    from time import perf_counter
    elapsed = perf_counter()
    return elapsed, 0.0, 0.0, 0.0, elapsed


def getloadavg():
    return 0.0, 0.0, 0.0


def _missing(path, *more, **options):
    raise FileNotFoundError(2, 'No such file or directory', fspath(path))


def listdir(path='.'):
    return [] if path in ('.', getcwd()) else _missing(path)


def scandir(path='.'):
    return iter(listdir(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    if top in ('.', getcwd()):
        yield top, [], []


stat = lstat = remove = unlink = rmdir = rename = replace = open = chmod = utime = truncate = readlink = chdir = _missing


def _refused(what):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f'os.{what}() is not available in Loopscope: {_WHY.get(what, "there are no files")}')
    refuse.__name__ = refuse.__qualname__ = what
    return refuse


_WHY = {name: 'there are no other processes' for name in ('fork', 'system', 'popen', 'wait', 'waitpid', 'execv',
                                                         'spawnl', 'abort', 'nice', 'getpgid', 'setsid', 'pipe')}
for _name in (*_WHY, 'mkdir', 'makedirs', 'removedirs', 'mkfifo', 'symlink', 'link', 'read', 'write', 'close'):
    globals()[_name] = _refused(_name)
del _name
_no_system = system


def system(command):
    # What was printed stays: it is read with its moments.
    return 0 if command in ('clear', 'cls') else _no_system(command)
