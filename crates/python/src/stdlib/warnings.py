# What a program warns of itself. The machine shows its own warnings, once they have passed the filters here.

import sys as _sys

filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = 'default'
_seen = set()
_ACTIONS = ('error', 'ignore', 'always', 'all', 'default', 'module', 'once')


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None
        self._unawaited = False

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def _add(item, append):
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _seen.clear()


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters.clear()
    _seen.clear()


def _fits(pattern, text, fold):
    if pattern is None:
        return True
    import re
    return re.match(pattern, text, re.I if fold else 0) is not None


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = _sys._getframe(max(stacklevel - 1, 0))
    except ValueError:
        filename, lineno, module, code = '<sys>', 0, 'sys', None
    else:
        code = frame.f_code
        filename, lineno = code.co_filename, frame.f_lineno
        module = '__main__'
    _warn(message, category, filename, lineno, module, code, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if registry is not None:
        if registry.get((str(message), category, lineno)):
            return
        registry['version'] = len(filters)
        registry[str(message), category, lineno] = 1
    _warn(message, category, filename, lineno, module or filename.removesuffix('.py'), None, source)


def _passes(text, message, category, filename, lineno, module):
    for action, pattern, kind, where, line in filters:
        if issubclass(category, kind) and line in (0, lineno) and _fits(pattern, text, True) \
                and (where is None or where == module or _fits(where + r'\Z', module, False)):
            break
    else:
        action = defaultaction
    if action == 'ignore':
        return False
    if action == 'error':
        raise message
    if action not in ('always', 'all'):
        key = {'once': (text, category), 'module': (text, category, module)}.get(
            action, (text, category, filename, lineno))
        if key in _seen:
            return False
        _seen.add(key)
    return True


def _warn(message, category, filename, lineno, module, code, source):
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    if _passes(text, message, category, filename, lineno, module):
        shown = WarningMessage(message, category, filename, lineno, source=source)
        shown._code = code
        _showwarnmsg(shown)


# Of a warning of the machine's: whether it is to show it. Otherwise it has been seen to here.
def _by_machine(category, text, filename, lineno, unawaited, ended):
    import builtins
    category = getattr(builtins, category)
    message = category(text)
    if not _passes(text, message, category, filename, lineno, '__main__' if lineno else 'sys'):
        return False
    if ended or _showwarnmsg is _plain and showwarning is _showwarning and formatwarning is _formatwarning:
        return True
    shown = WarningMessage(message, category, filename, lineno)
    shown._unawaited = unawaited
    _showwarnmsg(shown)
    return False


def _showwarnmsg(shown):
    if showwarning is not _showwarning:
        showwarning(shown.message, shown.category, shown.filename, shown.lineno, shown.file, None)
        return
    _sys.stderr.write(_formatted(shown))


_plain = _showwarnmsg


def _formatted(shown):
    if formatwarning is not _formatwarning:
        return formatwarning(shown.message, shown.category, shown.filename, shown.lineno, shown.line)
    line, code = shown.line, getattr(shown, '_code', None)
    if line is None and code is not None:
        from traceback import _line
        line = _line(code, shown.lineno)
    text = _formatwarning(shown.message, shown.category, shown.filename, shown.lineno, line)
    if shown._unawaited:
        text += 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n'
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    text = _formatted(WarningMessage(message, category, filename, lineno, file, line))
    (_sys.stderr if file is None else file).write(text)


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        from linecache import getline
        line = getline(filename, lineno)
    return text + f'  {line.strip()}\n' if line else text


_showwarning, _formatwarning = showwarning, formatwarning


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global _showwarnmsg
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._filters = filters[:]
        self._shown = _showwarnmsg
        self._show = showwarning
        _seen.clear()
        log = None
        if self._record:
            log = []
            _showwarnmsg = log.append
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *error):
        global _showwarnmsg, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:] = self._filters
        _showwarnmsg, showwarning = self._shown, self._show
        _seen.clear()


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f'Expected an object of type str for \'message\', not {type(message).__name__!r}')
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            def __init__(this, *args, **kwargs):
                warn(message, category, stacklevel=level)
                original(this, *args, **kwargs)

            arg.__init__ = __init__
            arg.__deprecated__ = message
            return arg
        from functools import wraps

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel=level)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
