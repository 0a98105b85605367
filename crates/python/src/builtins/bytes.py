# `bytearray`, `memoryview` and the rarer methods of `bytes`. Loaded when a program names one of them.
#
# Those methods work on text: a byte that letters, blanks or line ends beyond ASCII would be confused with stands for itself
# in a private area, where no character has any such property.

from _builtins import type_name

__name__ = 'builtins'
_HIGH = 0xe000
_AWAY = {code: _HIGH + code for code in (*range(0x1c, 0x20), *range(0x80, 0x100))}


def _text(data):
    return data.decode('latin-1').translate(_AWAY)


def _bytes(text):
    return bytes([code - _HIGH if code >= _HIGH else code for code in map(ord, text)])


def _plain(value):
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    if not isinstance(value, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type_name(value)}'")
    return value


def _argument(value):
    return value if value is None or isinstance(value, int) else _text(_plain(value))


def _searching(name):
    method = getattr(str, name)

    def call(self, *args):
        if not args:
            raise TypeError(f'{name} expected at least 1 argument, got 0')
        part, *bounds = args
        if isinstance(part, int):
            if not 0 <= part < 256:
                raise ValueError('byte must be in range(0, 256)')
            part = bytes([part])
        elif not isinstance(part, (bytes, bytearray, memoryview)):
            raise TypeError(f"argument should be integer or bytes-like object, not '{type_name(part)}'")
        try:
            return method(_text(self), _text(bytes(part)), *bounds)
        except ValueError:
            raise ValueError('subsection not found') from None

    call.__name__ = name
    call.__qualname__ = f'bytes.{name}'
    return call


def _result(value):
    if isinstance(value, str):
        return _bytes(value)
    if isinstance(value, (list, tuple)):
        return type(value)([_result(item) for item in value])
    return value


def _by_text(name):
    method = getattr(str, name)

    def call(self, *args, **kwargs):
        try:
            if args and name not in ('expandtabs', 'zfill') and (args[0] is not None or 'str' not in name and 'sp' not in name):
                _plain(args[0])
            return _result(method(_text(self), *map(_argument, args), **{key: _argument(kwargs[key]) for key in kwargs}))
        except ValueError as error:
            raise ValueError(str(error).replace('substring', 'subsection')) from None

    call.__name__ = name
    call.__qualname__ = f'bytes.{name}'
    return call


def _filled(name):
    method = getattr(str, name)

    def call(self, width, fillchar=b' ', /):
        if not isinstance(fillchar, (bytes, bytearray)) or len(fillchar) != 1:
            kind = type_name(fillchar)
            raise TypeError(f'{name}() argument 2 must be a byte string of length 1, not {kind}')
        return _bytes(method(_text(self), width, _text(_plain(fillchar))))

    call.__name__ = name
    call.__qualname__ = f'bytes.{name}'
    return call


def _splitlines(self, *args, **kwargs):
    if len(args) > 1:
        raise TypeError(f'splitlines() takes at most 1 argument ({len(args)} given)')
    hidden = _text(self).replace('\x0b', '\ue00b').replace('\x0c', '\ue00c')
    return _result(hidden.splitlines(*args, **kwargs))


def _isascii(self, /):
    return max(self, default=0) < 128


def _translate(self, table, /, delete=b''):
    if table is not None:
        table = _plain(table)
    if table is not None and len(table) != 256:
        raise ValueError('translation table must be 256 characters long')
    return bytes([byte if table is None else table[byte] for byte in self if byte not in delete])


def maketrans(frm, to, /):
    if len(frm) != len(to):
        raise ValueError('maketrans arguments must have same length')
    table = list(range(256))
    for old, new in zip(frm, to):
        table[old] = new
    return bytes(table)


def _replace(self, old, new, count=-1, /):
    return _bytes(_text(self).replace(_text(_plain(old)), _text(_plain(new)), count))


def _edge(name):
    method = getattr(str, name)

    def call(self, prefix, start=None, end=None, /):
        if isinstance(prefix, tuple):
            return method(_text(self), tuple([_text(_plain(part)) for part in prefix]), start, end)
        if not isinstance(prefix, (bytes, bytearray, memoryview)):
            kind = type_name(prefix)
            raise TypeError(f'{name} first arg must be bytes or a tuple of bytes, not {kind}')
        return method(_text(self), _text(_plain(prefix)), start, end)

    call.__name__ = name
    return call


methods = {name: _by_text(name) for name in (
    'capitalize', 'expandtabs', 'isalnum', 'isalpha', 'isdigit', 'islower', 'isspace', 'istitle',
    'isupper', 'lstrip', 'partition', 'removeprefix', 'removesuffix', 'rpartition', 'rsplit', 'rstrip',
    'swapcase', 'title', 'zfill')}
for _name in ('center', 'ljust', 'rjust'):
    methods[_name] = _filled(_name)
for _name in ('count', 'index', 'rfind', 'rindex'):
    methods[_name] = _searching(_name)
methods.update(isascii=_isascii, splitlines=_splitlines, translate=_translate, maketrans=maketrans, replace=_replace,
               startswith=_edge('startswith'), endswith=_edge('endswith'))


def _byte(value):
    if not isinstance(value, int) and not hasattr(type(value), '__index__'):
        raise TypeError(f"'{type_name(value)}' object cannot be interpreted as an integer")
    value = value.__index__()
    if not 0 <= value < 256:
        raise ValueError('byte must be in range(0, 256)')
    return value


def _source(value):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return list(bytes(value))
    if isinstance(value, str):
        raise TypeError('string argument without an encoding')
    return [_byte(item) for item in value]


class bytearray:
    """A mutable sequence of bytes."""
    __slots__ = ('_items',)
    __hash__ = None

    def __init__(self, source=b'', encoding=None, errors='strict'):
        if encoding is not None:
            source = source.encode(encoding, errors)
        if isinstance(source, int):
            source = bytes(source)
        self._items = _source(source)

    def __bytes__(self):
        return bytes(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __repr__(self):
        return f'{type(self).__name__}({bytes(self._items)!r})'

    def __getitem__(self, key):
        if isinstance(key, slice):
            return bytearray(self._items[key])
        try:
            return self._items[key]
        except IndexError:
            raise IndexError('bytearray index out of range') from None
        except TypeError:
            raise TypeError(f'bytearray indices must be integers or slices, not {type_name(key)}') from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if isinstance(value, (int, str)):
                raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
            self._items[key] = _source(value)
            return
        try:
            self._items[key] = _byte(value)
        except IndexError:
            raise IndexError('bytearray index out of range') from None

    def __delitem__(self, key):
        try:
            del self._items[key]
        except IndexError:
            raise IndexError('bytearray index out of range') from None

    def __contains__(self, item):
        return item in bytes(self)

    def __eq__(self, other):
        return bytes(self) == bytes(other) if isinstance(other, (bytes, bytearray, memoryview)) else NotImplemented

    def __lt__(self, other):
        return bytes(self) < bytes(other) if isinstance(other, (bytes, bytearray)) else NotImplemented

    def __le__(self, other):
        return bytes(self) <= bytes(other) if isinstance(other, (bytes, bytearray)) else NotImplemented

    def __gt__(self, other):
        return bytes(self) > bytes(other) if isinstance(other, (bytes, bytearray)) else NotImplemented

    def __ge__(self, other):
        return bytes(self) >= bytes(other) if isinstance(other, (bytes, bytearray)) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, (bytes, bytearray, memoryview)):
            raise TypeError(f"can't concat {type_name(other)} to bytearray")
        return bytearray(bytes(self) + bytes(other))

    def __radd__(self, other):
        return other + bytes(self) if isinstance(other, bytes) else NotImplemented

    def __iadd__(self, other):
        if not isinstance(other, (bytes, bytearray, memoryview)):
            raise TypeError(f"can't concat {type_name(other)} to bytearray")
        self._items += bytes(other)
        return self

    def __mul__(self, times):
        return bytearray(bytes(self) * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._items *= times
        return self

    def __mod__(self, values):
        return bytearray(bytes(self) % values)

    def append(self, item, /):
        self._items.append(_byte(item))

    def extend(self, iterable, /):
        self._items.extend(_source(iterable))

    def insert(self, index, item, /):
        self._items.insert(index, _byte(item))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError('pop from empty bytearray')
        return self._items.pop(index)

    def remove(self, value, /):
        try:
            self._items.remove(_byte(value))
        except ValueError:
            raise ValueError('value not found in bytearray') from None

    def reverse(self):
        self._items.reverse()

    def clear(self):
        self._items.clear()

    def copy(self):
        return bytearray(self._items)

    @classmethod
    def fromhex(cls, text, /):
        return cls(bytes.fromhex(text))

    maketrans = staticmethod(maketrans)


def _delegate(name):
    method = getattr(bytes, name)

    def call(self, *args, **kwargs):
        result = method(bytes(self), *args, **kwargs)
        if isinstance(result, bytes):
            return bytearray(result)
        if isinstance(result, (list, tuple)):
            return type(result)([bytearray(part) for part in result])
        return result

    call.__name__ = name
    call.__qualname__ = f'bytearray.{name}'
    setattr(bytearray, name, call)


for _name in (*methods, 'decode', 'find', 'hex', 'join', 'lower', 'upper', 'split', 'strip'):
    if _name != 'maketrans':
        _delegate(_name)


class memoryview:
    """A view of the bytes of an object."""
    __slots__ = ('obj', '_from', '_step', '_len')
    format = 'B'
    itemsize = ndim = 1
    strides = 1,
    c_contiguous = contiguous = True

    def __new__(cls, object):
        if not isinstance(object, (bytes, bytearray, memoryview)):
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type_name(object)}'")
        if isinstance(object, memoryview):
            return object[:]
        return _view(object, 0, 1, len(object))

    nbytes = property(lambda self: self._len)
    shape = property(lambda self: (self._len,))
    readonly = property(lambda self: isinstance(self.obj, bytes))

    def _places(self):
        return range(self._from, self._from + self._step * self._len, self._step)

    def __bytes__(self):
        return bytes([self.obj[place] for place in self._places()])

    tobytes = __bytes__

    def tolist(self):
        return list(bytes(self))

    def hex(self, *args):
        return bytes(self).hex(*args)

    def __len__(self):
        return self._len

    def __iter__(self):
        return iter(bytes(self))

    def __eq__(self, other):
        return bytes(self) == bytes(other) if isinstance(other, (bytes, bytearray, memoryview)) else NotImplemented

    def __hash__(self):
        if not self.readonly:
            raise ValueError('cannot hash writable memoryview object')
        return hash(bytes(self))

    def __repr__(self):
        return f'<memory at {id(self):#x}>'

    def _place(self, key):
        if not isinstance(key, int):
            raise TypeError('memoryview: invalid slice key')
        try:
            return self._places()[key]
        except IndexError:
            raise IndexError('index out of bounds on dimension 1') from None

    def __getitem__(self, key):
        if isinstance(key, slice):
            start, stop, step = key.indices(self._len)
            picked = range(start, stop, step)
            return _view(self.obj, self._from + start * self._step, self._step * step, len(picked))
        return self.obj[self._place(key)]

    def __setitem__(self, key, value):
        if self.readonly:
            raise TypeError('cannot modify read-only memory')
        if isinstance(key, slice):
            view = self[key]
            data = bytes(value)
            if len(data) != view._len:
                raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
            for place, byte in zip(view._places(), data):
                self.obj[place] = byte
        else:
            self.obj[self._place(key)] = value

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.release()

    def release(self):
        pass

    def toreadonly(self):
        return memoryview(bytes(self))


def _view(obj, start, step, length):
    view = object.__new__(memoryview)
    view.obj, view._from, view._step, view._len = obj, start, step, length
    return view


def percent(template, values):
    def shown(value):
        if isinstance(value, (bytes, bytearray, memoryview)):
            return _text(bytes(value))
        if isinstance(value, str) and '%d' not in text:
            raise TypeError(f"%b requires a bytes-like object, or an object that implements __bytes__, not '{type_name(value)}'")
        return value

    text = _text(template).replace('%b', '%s')
    if (isinstance(values, (tuple, str, bytes, bytearray)) or not hasattr(type(values), '__getitem__')) and (
            values != () and '%' not in text.replace('%%', '')):
        raise TypeError('not all arguments converted during bytes formatting')
    if isinstance(values, tuple):
        return _bytes(text % tuple([shown(value) for value in values]))
    if isinstance(values, dict):
        return _bytes(text % {_text(key) if isinstance(key, bytes) else key: shown(values[key]) for key in values})
    return _bytes(text % (shown(values) if '%' in text.replace('%%', '') else {}))
