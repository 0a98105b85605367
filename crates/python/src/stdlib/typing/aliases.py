# Generic classes with arguments, and the names that typing has for classes of other modules.

def _substituted(arg, known):
    # An argument with type variables replaced.
    if isinstance(arg, _Variable):
        return arg.__typing_subst__(known[arg]) if arg in known else arg
    if isinstance(arg, (list, tuple)):
        return type(arg)([_substituted(item, known) for item in arg])
    inner = () if isinstance(arg, type) and not isinstance(arg, _Generic) else getattr(arg, '__parameters__', ())
    return arg[tuple([known.get(one, one) for one in inner])] if inner else arg


class _GenericAlias(_Operators):
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters_of(args)
        self._name = name

    def _head(self):
        return f'typing.{self._name}' if self._name else _shown(self.__origin__)

    def __repr__(self):
        return f'{self._head()}[{", ".join([_shown(arg) for arg in self.__args__]) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, params):
        if self.__origin__ in (Generic, sys.modules['typing'].__dict__.get('Protocol')):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        return self._copy(self._fill(_as_tuple(params)))

    def _fill(self, params):
        wanted = self.__parameters__
        if len(wanted) == 1 and isinstance(wanted[0], ParamSpec) and not (len(params) == 1 and isinstance(
                params[0], (list, tuple, ParamSpec))):
            params = (params,)
        if len(params) != len(wanted):
            few = 'few' if len(params) < len(wanted) else 'many'
            raise TypeError(f'Too {few} arguments for {self}; actual {len(params)}, expected {len(wanted)}')
        known, args = dict(zip(wanted, params)), []
        for arg in self.__args__:
            new = _substituted(arg, known)
            if isinstance(arg, ParamSpec) and isinstance(new, tuple) and self._name == 'Callable':
                args += new
            else:
                args.append(new)
        return tuple(args)

    def _copy(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if self._name:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        found = [self.__origin__] if self.__origin__ not in bases else []
        later = bases[[base is self for base in bases].index(True) + 1:]
        generic = any(isinstance(base, _GenericAlias) or isinstance(base, type) and issubclass(base, Generic)
                      for base in later)
        if self._name and not generic and Generic not in bases:
            found.append(Generic)
        return tuple(found)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__') and '_name' in self.__dict__:
            return self._name or getattr(self.__origin__, name)
        if '__origin__' in self.__dict__ and not (name.startswith('__') and name.endswith('__')):
            return getattr(self.__origin__, name)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    def __iter__(self):
        yield Unpack[self]


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        *inner, result = self.__args__
        if len(inner) == 1 and (inner[0] is ... or isinstance(inner[0], ParamSpec) or getattr(
                inner[0], '__origin__', None) is Concatenate):
            return f'typing.Callable[{_shown(inner[0])}, {_shown(result)}]'
        return f'typing.Callable[[{", ".join([_shown(arg) for arg in inner])}], {_shown(result)}]'


class _UnionGenericAlias(_GenericAlias):
    def __init__(self, origin, args, name=None):
        super().__init__(origin, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _None in args:
            return f'typing.Optional[{_shown(args[0] if args[1] is _None else args[1])}]'
        return super().__repr__()

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _Union)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def _copy(self, args):
        return Union[args]

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    def __repr__(self):
        return f'typing.Literal[{", ".join([repr(arg) for arg in self.__args__])}]'

    def _keys(self):
        return {(arg, type(arg)) for arg in self.__args__}

    def __eq__(self, other):
        return self._keys() == other._keys() if isinstance(other, _LiteralGenericAlias) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self._keys()))


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata, name=None):
        super().__init__(origin, (origin,))
        self.__metadata__ = metadata

    def __repr__(self):
        return f'typing.Annotated[{_shown(self.__origin__)}, {", ".join([repr(one) for one in self.__metadata__])}]'

    def _copy(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _SpecialGenericAlias(_Operators):
    # `List` and its like: another name of a class of other modules, which is loaded when it is needed. Those with fewer
    # arguments are filled up with the defaults.

    def __init__(self, path, count, name, defaults=()):
        self._path, self._count, self._name, self._defaults = path, count, name, defaults
        self.__name__ = self.__qualname__ = name

    def __getattr__(self, name):
        if name == '__origin__':
            module, _, path = self._path.rpartition('.')
            found = self.__origin__ = _load(module or 'builtins', path)
            return found
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(f"'_SpecialGenericAlias' object has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, params):
        params = _types(_as_tuple(params))
        missing = self._count - len(params)
        if 0 < missing <= len(self._defaults):
            params += self._defaults[-missing:]
        elif missing and self._count >= 0:
            few = 'few' if missing > 0 else 'many'
            least = self._count - len(self._defaults)
            wanted = f'at least {least}' if self._defaults and missing > 0 else (
                f'at most {self._count}' if self._defaults else self._count)
            raise TypeError(f'Too {few} arguments for {self}; actual {len(params)}, expected {wanted}')
        return _GenericAlias(self.__origin__, params, self._name)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')

    def __mro_entries__(self, bases):
        found = [self.__origin__]
        if Generic not in bases and not any(isinstance(base, _GenericAlias) for base in bases):
            found.append(Generic)
        return tuple(found)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


def _load(module, name):
    if module == 'builtins':
        return getattr(sys.modules['builtins'], name)
    if module == 'collections':
        import collections as found
    elif module == 're':
        import re as found
    elif module == 'contextlib':
        import contextlib as found
    else:
        import collections.abc as found
    return getattr(found, name)


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        result = _checked(result, 'Callable[args, result]: result must be a type.')
        if isinstance(args, (list, tuple)):
            args = [_checked(arg, 'Callable[[arg, ...], result]: each arg must be a type.') for arg in args]
        else:
            args = [args if args is ... else _checked(args, 'Callable[args, result]: args must be a list.')]
        return _CallableGenericAlias(self.__origin__, (*args, result), 'Callable')


class _TupleType(_SpecialGenericAlias):
    def __getitem__(self, params):
        return _GenericAlias(tuple, _types(_as_tuple(params)), 'Tuple')


_names = globals()
for _path, _count, *_rest in (
    ('list', 1), ('dict', 2), ('set', 1), ('frozenset', 1, 'FrozenSet'), ('type', 1),
    ('collections.deque', 1), ('collections.defaultdict', 2, 'DefaultDict'), ('collections.OrderedDict', 2),
    ('collections.Counter', 1), ('collections.ChainMap', 2), ('re.Pattern', 1), ('re.Match', 1),
    ('contextlib.AbstractContextManager', 2, 'ContextManager', (bool | None,)),
    ('contextlib.AbstractAsyncContextManager', 2, 'AsyncContextManager', (bool | None,)),
    ('collections.abc.Hashable', 0), ('collections.abc.Sized', 0), ('collections.abc.Awaitable', 1),
    ('collections.abc.Coroutine', 3), ('collections.abc.AsyncIterable', 1), ('collections.abc.AsyncIterator', 1),
    ('collections.abc.Iterable', 1), ('collections.abc.Iterator', 1), ('collections.abc.Reversible', 1),
    ('collections.abc.Container', 1), ('collections.abc.Collection', 1), ('collections.abc.Set', 1, 'AbstractSet'),
    ('collections.abc.MutableSet', 1), ('collections.abc.Mapping', 2), ('collections.abc.MutableMapping', 2),
    ('collections.abc.Sequence', 1), ('collections.abc.MutableSequence', 1), ('collections.abc.MappingView', 1),
    ('collections.abc.KeysView', 1), ('collections.abc.ItemsView', 2), ('collections.abc.ValuesView', 1),
    ('collections.abc.Generator', 3, 'Generator', (_None, _None)),
    ('collections.abc.AsyncGenerator', 2, 'AsyncGenerator', (_None,)),
):
    _word = _path.rpartition('.')[2]
    _word = _rest[0] if _rest else _word[0].upper() + _word[1:]
    _names[_word] = _SpecialGenericAlias(_path, _count, _word, *_rest[1:])
Tuple = _TupleType('tuple', -1, 'Tuple')
Callable = _CallableType('collections.abc.Callable', 2, 'Callable')
