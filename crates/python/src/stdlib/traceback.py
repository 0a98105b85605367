import sys as _sys


class FrameSummary:
    def __init__(self, filename, lineno, name, *, line=None, locals=None, _text=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.line = line if line is None else line.strip()
        self.locals, self._text = locals, _text

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, at):
        return [self.filename, self.lineno, self.name, self.line][at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return list(self) == list(other)

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    @classmethod
    def from_list(cls, entries):
        return cls([entry if isinstance(entry, FrameSummary) else FrameSummary(*entry[:3], line=entry[3])
                    for entry in entries])

    def format(self):
        return [_shown(entry) for entry in self]


def _shown(entry):
    if entry._text is not None:
        return entry._text
    text = f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\n'
    return text + f'    {entry.line}\n' if entry.line else text


def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def _summaries(error):
    return StackSummary([FrameSummary(*entry[:3], line=entry[3], _text=entry[4]) for entry in _entries(error)])


def extract_tb(tb, limit=None):
    if tb is None:
        return StackSummary()
    return StackSummary(_limited(_summaries(tb._error)[tb._at:], limit))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(file, format_list(extracted_list))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(file, format_tb(tb, limit))


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = _sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    found = [FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name, line=_line(frame.f_code, line))
             for frame, line in walk_stack(f)]
    found.reverse()
    return StackSummary(found if limit is None else found[-limit:] if limit >= 0 else found[:-limit])


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write(file, format_stack(f, limit))


def _write(file, parts):
    (_sys.stderr if file is None else file).write(''.join(parts))


_MISSING = object()


def _error(exc, value):
    if value is _MISSING:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc
    return value


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True):
    error = _error(exc, value)
    if error is None:
        return ['NoneType: None\n']
    text = _render(error)
    if not isinstance(error, BaseExceptionGroup):
        entries = [] if tb is None else _limited(_summaries(error), limit)
        parts = ['Traceback (most recent call last):\n'] if entries else []
        parts += [_shown(entry) for entry in entries] + format_exception_only(error)
        if limit is not None or not chain or tb is None or ''.join(parts) == text:
            return parts
    return text.splitlines(True)


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True):
    _write(file, format_exception(exc, value, tb, limit, chain))


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(_sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


def format_exception_only(exc, /, value=_MISSING, *, show_group=False):
    error = _error(exc, value)
    if error is None:
        return ['NoneType: None\n']
    notes = getattr(error, '__notes__', None) or ()
    return [_only(error) + '\n', *[f'{line}\n' for note in notes for line in str(note).split('\n')]]


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10):
        self._error, self._limit = exc_value, limit
        self.exc_type, self.exc_type_str = exc_type, exc_type.__qualname__
        self.stack = StackSummary(_limited(_summaries(exc_value), limit))
        self.__notes__ = getattr(exc_value, '__notes__', None)
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__cause__ = None if cause is None else type(self).from_exception(cause)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__context__ = None if context is None or cause is context else type(self).from_exception(context)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return str(self._error)

    def format(self, *, chain=True):
        yield from format_exception(self._error, limit=self._limit, chain=chain)

    def format_exception_only(self, *, show_group=False):
        yield from format_exception_only(self._error)

    def print(self, *, file=None, chain=True):
        _write(file, self.format(chain=chain))


def clear_frames(tb):
    pass
