# The mapping that a context is for programs. Its values, and which context is current, are core's.

_NOTHING = object()


class Context:
    __tp_name__ = '_contextvars.Context'
    __slots__ = '_core',

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            raise TypeError('Context() does not accept any arguments')
        self._core = _new()
        self._core.set_object(self)

    def run(self, /, *args, **kwargs):
        if not args:
            raise TypeError('run() missing 1 required positional argument')
        if not self._core.enter():
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        try:
            return args[0](*args[1:], **kwargs)
        finally:
            self._core.leave()

    def copy(self):
        return _object(self._core.copy())

    def get(self, key, default=None, /):
        return self._core.get(key, default)

    def keys(self):
        return [key for key, _ in self._core.items()]

    def values(self):
        return [value for _, value in self._core.items()]

    def items(self):
        return self._core.items()

    def __getitem__(self, key):
        value = self._core.get(key, _NOTHING)
        if value is _NOTHING:
            raise KeyError(key)
        return value

    def __contains__(self, key):
        return self._core.get(key, _NOTHING) is not _NOTHING

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._core.items())

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


Context.__module__ = '_contextvars'


def _object(core):
    known = core.object()
    if known is None:
        known = Context.__new__(Context)
        known._core = core
        core.set_object(known)
    return known


def copy_context():
    return _object(_copy())


def _context_of(task):
    return _object(_of_task(task))
