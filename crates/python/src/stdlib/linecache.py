# linecache: the lines of the program, which is the only file there is.

from sys import _getframe


def getlines(filename, module_globals=None):
    from traceback import _lines
    frame = _getframe()
    while frame is not None:
        if frame.f_code.co_filename == filename:
            return _lines(frame.f_code)
        frame = frame.f_back
    return []


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def clearcache():
    pass


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
