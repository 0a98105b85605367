# Sets, mappings and sequences, their views, and the methods that follow from the abstract ones.

def _among(kind):
    # Makes an operator leave operands of another kind to those.
    def decorate(operator):
        def checked(self, other):
            return operator(self, other) if isinstance(other, kind()) else NotImplemented
        checked.__name__ = operator.__name__
        checked.__qualname__ = operator.__qualname__
        return checked
    return decorate


_sets = _among(lambda: Set)
_iterables = _among(lambda: Iterable)


class Set(Collection):
    __slots__ = ()

    @_sets
    def __le__(self, other):
        return len(self) <= len(other) and _all_in(self, other)

    @_sets
    def __lt__(self, other):
        return len(self) < len(other) and _all_in(self, other)

    @_sets
    def __ge__(self, other):
        return len(self) >= len(other) and _all_in(other, self)

    @_sets
    def __gt__(self, other):
        return len(self) > len(other) and _all_in(other, self)

    @_sets
    def __eq__(self, other):
        return len(self) == len(other) and _all_in(self, other)

    @classmethod
    def _from_iterable(cls, items):
        return cls(items)

    def _as_set(self, other):
        return other if isinstance(other, Set) else self._from_iterable(other)

    def isdisjoint(self, other):
        return not any(value in self for value in other)

    @_iterables
    def __and__(self, other):
        return self._from_iterable(value for value in other if value in self)

    @_iterables
    def __or__(self, other):
        return self._from_iterable(value for part in (self, other) for value in part)

    @_iterables
    def __sub__(self, other):
        unwanted = self._as_set(other)
        return self._from_iterable(value for value in self if value not in unwanted)

    @_iterables
    def __rsub__(self, other):
        return self._from_iterable(value for value in self._as_set(other) if value not in self)

    @_iterables
    def __xor__(self, other):
        others = self._as_set(other)
        return (self - others) | (others - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        return hash(frozenset(self))


def _all_in(items, container):
    return all(item in container for item in items)


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        value = next(iter(self), _NOTHING)
        if value is _NOTHING:
            raise KeyError
        self.discard(value)
        return value

    def clear(self):
        for value in list(self):
            self.discard(value)

    def _change(self, remove, add):
        # Both are looked at before anything is changed: they may be made of this set.
        remove, add = list(remove), list(add)
        for value in remove:
            self.discard(value)
        for value in add:
            self.add(value)
        return self

    def __ior__(self, other):
        return self._change((), other)

    def __iand__(self, other):
        return self._change(self - other, ())

    def __isub__(self, other):
        return self._change(other, ())

    def __ixor__(self, other):
        others = self._as_set(other)
        return self._change(self & others, others - self)


class Mapping(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


class MappingView(Sized):
    __slots__ = '_mapping',

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{type(self).__name__}({self._mapping!r})'

    __class_getitem__ = classmethod(_GenericAlias)


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(found is value or found == value for found in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class MutableMapping(Mapping):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_NOTHING):
        try:
            value = self[key]
        except KeyError:
            if default is _NOTHING:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        while True:
            try:
                self.popitem()
            except KeyError:
                return

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping) or hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for at in reversed(range(len(self))):
            yield self[at]

    def index(self, value, start=0, stop=None):
        if start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        at = start
        while stop is None or at < stop:
            try:
                item = self[at]
            except IndexError:
                break
            if item is value or item == value:
                return at
            at += 1
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while True:
            try:
                self.pop()
            except IndexError:
                return

    def reverse(self):
        n = len(self)
        for at in range(n // 2):
            self[at], self[n - at - 1] = self[n - at - 1], self[at]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class ByteString(Sequence):
    __slots__ = ()
