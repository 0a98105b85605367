# The records of calls, and what is equal to anything or stands for nothing. They know no mock.

class _Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __reduce__(self):
        return self.name


class _Sentinels:
    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self._known.setdefault(name, _Named(f'sentinel.{name}'))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_MISSING = sentinel.MISSING
FILTER_DIR = True


class InvalidSpecError(Exception):
    pass


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = object.__hash__


ANY = _Any()


def _shown(name, args, kwargs):
    parts = [repr(value) for value in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f"{name}({', '.join(parts)})"


class _Call(tuple):
    # name, args, kwargs; a call without a name is a pair.
    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._from_kall = name, parent, from_kall

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented
        name, args, kwargs = '', (), {}
        for part in other:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            elif isinstance(part, dict):
                kwargs = part
            else:
                return False
        own = self[0] if len(self) == 3 else ''
        if name and own and name != own:
            return False
        return (tuple(other[-2:]) == (args, kwargs) or len(other) != 2 or True) and (args, kwargs) == (
            tuple(self[-2]), self[-1])

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = tuple.__hash__

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        own = self.__dict__.get('_mock_name')
        return _Call(name=name if own is None else f'{own}.{name}', parent=self, from_kall=False)

    def __repr__(self):
        if not self._from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') else 'call.' + name
        name = self[0] if len(self) == 3 else ''
        name = f'call.{name}' if name and not name.startswith('()') else f'call{name}'
        return _shown(name, self[-2], self[-1])

    def count(self, /, *args, **kwargs):
        return self.__getattr__('count')(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__('index')(*args, **kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value for at in range(len(self) - size + 1))

    def __repr__(self):
        return list.__repr__(self)
