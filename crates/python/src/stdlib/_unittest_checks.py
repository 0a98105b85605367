# What assertions show of values, and those about what is raised, warned and logged.

__name__ = 'unittest.case'


def _shorten(text, start, end):
    skipped = len(text) - start - end
    return f'{text[:start]}[{skipped} chars]{text[len(text) - end:]}' if skipped > 12 else text


def _repr(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if not short or len(text) < 80 else text[:80] + ' [truncated]...'


def _reprs(*values):
    # Both are shortened alike where they begin alike.
    texts = [_repr(value) for value in values]
    most = max(map(len, texts))
    if most <= 80:
        return texts
    same = 0
    while all(same < len(text) and text[same] == texts[0][same] for text in texts):
        same += 1
    common = texts[0][:same]
    room = 80 - (most - same + 5 + 12)
    if room > 5:
        common = _shorten(common, 5, room)
        return [common + text[same:] for text in texts]
    common = _shorten(common, 5, 5)
    return [common + _shorten(text[same:], 41, 5) for text in texts]


class _Raises:
    def __init__(self, expected, case, pattern=None):
        self.expected, self.case, self.pattern = expected, case, pattern
        self.obj_name = self.msg = None
        names = [kind.__name__ for kind in expected] if isinstance(expected, tuple) else [expected.__name__]
        self._name = names[0] if len(names) == 1 else str(expected)

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', str(function))
        with self:
            function(*args, **kwargs)
        return None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.fail(f'{self._name} not raised by {self.obj_name}' if self.obj_name else f'{self._name} not raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = error
        if self.pattern is not None:
            import re
            pattern = re.compile(self.pattern)
            if not pattern.search(str(error)):
                self.fail(f'"{pattern.pattern}" does not match "{error}"')
        return True


class _Warns(_Raises):
    def __enter__(self):
        import warnings
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        warnings.simplefilter('always', Warning)
        return self

    def __exit__(self, kind, error, trace):
        self._manager.__exit__(kind, error, trace)
        if kind is not None:
            return
        first = None
        for shown in self.warnings:
            if not issubclass(shown.category, self.expected):
                continue
            first = first or shown.message
            if self.pattern is not None:
                import re
                if not re.search(self.pattern, str(shown.message)):
                    continue
            self.warning, self.filename, self.lineno = shown.message, shown.filename, shown.lineno
            return
        if first is not None:
            self.fail(f'"{self.pattern}" does not match "{first}"')
        self.fail(f'{self._name} not triggered by {self.obj_name}' if self.obj_name else f'{self._name} not triggered')


class _Logs:
    def __init__(self, case, logger, level, none):
        import logging
        self.case, self.none = case, none
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.INFO if level is None else logging.getLevelName(level) if isinstance(level, str) else level

    def __enter__(self):
        import logging
        self.records, self.output = [], []
        formatter = logging.Formatter('%(levelname)s:%(name)s:%(message)s')
        seen = self

        class Handler(logging.Handler):
            def emit(self, record):
                seen.records.append(record)
                seen.output.append(formatter.format(record))

        logger, handler = self.logger, Handler()
        self._old = logger.handlers[:], logger.propagate, logger.level
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.none else self

    def __exit__(self, kind, error, trace):
        import logging
        self.logger.handlers, self.logger.propagate, level = self._old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.none and self.records:
            raise self.case.failureException(f'Unexpected logs found: {self.output!r}')
        if not self.none and not self.records:
            name = logging.getLevelName(self.level)
            raise self.case.failureException(
                f'no logs of level {name} or higher triggered on {self.logger.name}')
