# References that keep nothing. What is told of the end of an object is told at once for objects of a program's classes;
# dictionaries look for others that are gone when they are asked.


class ref:
    __tp_name__ = 'weakref.ReferenceType'
    __slots__ = '_weak', '__callback__', '_hash'
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, o, callback=None, /):
        self._weak = _weak(o)
        self.__callback__ = callback
        self._hash = None
        if callback is not None:
            me = _weak(self)

            def gone():
                this = me.get()
                if this is not None:
                    callback(this)

            _watch(o, gone, callback)

    def __call__(self):
        return self._weak.get()

    def __hash__(self):
        if self._hash is None:
            o = self._weak.get()
            if o is None:
                raise TypeError('weak object has gone away')
            self._hash = hash(o)
        return self._hash

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        a, b = self._weak.get(), other._weak.get()
        return self is other if a is None or b is None else a is b or a == b

    def __repr__(self):
        o = self._weak.get()
        if o is None:
            return f'<weakref at {id(self):#x}; dead>'
        return f'<weakref at {id(self):#x}; to {type(o).__name__!r} at {id(o):#x}>'


ReferenceType = ref
ref.__name__ = ref.__qualname__ = 'ReferenceType'


class WeakMethod(ref):
    __slots__ = '_function', '_alive'

    def __init__(self, meth, callback=None):
        if not hasattr(meth, '__self__') or not hasattr(meth, '__func__'):
            raise TypeError(f'argument should be a bound method, not {type(meth)}')
        ref.__init__(self, meth.__self__, callback)
        self._function = ref(meth.__func__)

    def __call__(self):
        o, function = ref.__call__(self), self._function()
        if o is None or function is None:
            return None
        return getattr(o, function.__name__, None) if getattr(type(o), function.__name__, None) is function \
            else function.__get__(o)

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


class _Removing:
    # A dictionary's way to forget an entry, which does not keep the dictionary.
    def __init__(self, owner, forget):
        self._owner, self._forget = _weak(owner), forget

    def __call__(self, reference):
        owner = self._owner.get()
        if owner is not None:
            self._forget(owner, reference)


class KeyedRef(ref):
    __slots__ = 'key',

    def __init__(self, o, callback, key):
        ref.__init__(self, o, callback)
        self.key = key


class _WeakDictionary:
    __class_getitem__ = classmethod(type(list[int]))

    def __contains__(self, key):
        return self.get(key, _NONE) is not _NONE

    def __len__(self):
        return sum(1 for _ in self.items())

    def __iter__(self):
        for key, _ in self.items():
            yield key

    keys = __iter__

    def values(self):
        for _, value in self.items():
            yield value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def update(self, other=(), /, **kwargs):
        for key, value in dict(other, **kwargs).items():
            self[key] = value

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self.items():
            del self[key]
            return key, value
        raise KeyError('dictionary is empty')

    def clear(self):
        self.data.clear()

    def copy(self):
        made = type(self)()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy

    def __eq__(self, other):
        if not isinstance(other, _WeakDictionary):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


_NONE = object()


class WeakValueDictionary(_WeakDictionary):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self._remove = _Removing(self, WeakValueDictionary._forget)
        self.update(other, **kw)

    def _forget(self, reference):
        if self.data.get(reference.key) is reference:
            del self.data[reference.key]

    def __getitem__(self, key):
        o = self.data[key]()
        if o is None:
            raise KeyError(key)
        return o

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def items(self):
        for key, reference in list(self.data.items()):
            o = reference()
            if o is not None:
                yield key, o

    def valuerefs(self):
        return list(self.data.values())

    def __repr__(self):
        return f'<WeakValueDictionary at {id(self):#x}>'


class WeakKeyDictionary(_WeakDictionary):
    def __init__(self, dict=None):
        self.data = {}
        self._remove = _Removing(self, WeakKeyDictionary._forget)
        if dict is not None:
            self.update(dict)

    def update(self, other=(), /):
        for key, value in other.items() if hasattr(other, 'items') else other:
            self[key] = value

    def _forget(self, reference):
        self.data.pop(reference, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def items(self):
        for reference, value in list(self.data.items()):
            o = reference()
            if o is not None:
                yield o, value

    def keyrefs(self):
        return list(self.data)

    def __repr__(self):
        return f'<WeakKeyDictionary at {id(self):#x}>'


class WeakSet:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data=None):
        self.data = {}
        self._remove = _Removing(self, WeakSet._forget)
        if data is not None:
            self.update(data)

    def _forget(self, reference):
        self.data.pop(reference, None)

    def __iter__(self):
        for reference in list(self.data):
            o = reference()
            if o is not None:
                yield o

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        made = ref(item, self._remove)
        if made not in self.data:
            self.data[made] = None

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def pop(self):
        while self.data:
            o = self.data.popitem()[0]()
            if o is not None:
                return o
        raise KeyError('pop from empty WeakSet')

    def remove(self, item):
        del self.data[ref(item)]

    def discard(self, item):
        self.data.pop(ref(item), None)

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def difference(self, other):
        other = list(other)
        return type(self)([item for item in self if item not in other])

    __sub__ = difference

    def intersection(self, other):
        return type(self)([item for item in other if item in self])

    __and__ = intersection

    def issubset(self, other):
        return all(item in other for item in self)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def __repr__(self):
        return repr(set(self))


class finalize:
    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self._registry[self] = _weak(obj), func, args, kwargs
        self.atexit = True
        _watch(obj, self, self)

    def __call__(self, _=None):
        known = self._registry.pop(self, None)
        if known is not None:
            _, func, args, kwargs = known
            return func(*args, **kwargs)
        return None

    def detach(self):
        known = self._registry.get(self)
        if known is None:
            return None
        o = known[0].get()
        if o is None or self._registry.pop(self, None) is None:
            return None
        return o, *known[1:]

    def peek(self):
        known = self._registry.get(self)
        o = None if known is None else known[0].get()
        return None if o is None else (o, *known[1:])

    @property
    def alive(self):
        return self in self._registry

    def __repr__(self):
        known = self._registry.get(self)
        o = None if known is None else known[0].get()
        if o is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(o).__name__!r} at {id(o):#x}>'


def _target(proxy):
    o = object.__getattribute__(proxy, '_weak').get()
    if o is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return o


class ProxyType:
    __module__ = 'weakref'
    __slots__ = '_weak',

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __str__(self):
        return str(_target(self))

    def __repr__(self):
        o = _target(self)
        return f'<weakproxy at {id(self):#x} to {type(o).__name__} at {id(o):#x}>'

    def __bool__(self):
        return bool(_target(self))

    def __len__(self):
        return len(_target(self))

    def __iter__(self):
        return iter(_target(self))

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __contains__(self, item):
        return item in _target(self)

    def __eq__(self, other):
        return _target(self) == other

    def __lt__(self, other):
        return _target(self) < other

    def __add__(self, other):
        return _target(self) + other

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)

    __hash__ = None


CallableProxyType = ProxyType
ProxyTypes = ProxyType, CallableProxyType


def proxy(object, callback=None, /):
    made = ProxyType.__new__(ProxyType)
    _set(made, '_weak', _weak(object))
    if callback is not None:
        _watch(object, lambda: callback(made), callback)
    return made


_set = object.__setattr__


def getweakrefcount(object, /):
    return 0


def getweakrefs(object, /):
    return []
