# typing: what annotations are made of, at run time. What fewer programs use is in _typing_more.py, and is loaded when it is named.

import sys

TYPE_CHECKING = False
Text = str
_None = type(None)
_Generic = type(list[int])
_Union = type(int | str)


def _shown(obj):
    if isinstance(obj, tuple):
        return '[' + ', '.join([_shown(item) for item in obj]) + ']'
    if isinstance(obj, _Generic):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if type(obj) is _Function:
        return obj.__name__
    return repr(obj)


_Function = type(_shown)


def _checked(arg, message):
    if arg is None:
        return _None
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg in (Generic, ) or type(arg) is tuple:
        raise TypeError(f'{message} Got {arg!r:.100}.' if type(arg) is tuple
                        else f'{arg} is not valid as type argument')
    return arg


def _as_tuple(params):
    return params if isinstance(params, tuple) else (params,)


def _types(params):
    message = 'Parameters to generic types must be types.'
    return tuple([arg if arg is ... or isinstance(arg, (list, tuple)) and not arg else _checked(arg, message)
                  for arg in params])


def _parameters_of(args):
    # The type variables in the arguments, each once.
    found = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, _Generic):
            continue
        inner = _parameters_of(arg) if isinstance(arg, (list, tuple)) else (
            (arg,) if isinstance(arg, _Variable) else getattr(arg, '__parameters__', ()))
        for one in inner:
            if one not in found:
                found.append(one)
    return tuple(found)


class _Operators:
    # What can stand beside `|`.
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Operators):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        module = f', module={self.__forward_module__!r}' if self.__forward_module__ else ''
        return f'ForwardRef({self.__forward_arg__!r}{module})'


class _SpecialForm(_Operators):
    def __init__(self, name, subscript=None):
        self._name = name
        self._subscript = subscript

    def __repr__(self):
        return 'typing.' + self._name

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(f"'_SpecialForm' object has no attribute '{name}'")

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, params):
        if self._subscript is None:
            raise TypeError(f'{self} is not subscriptable')
        return self._subscript(self, params)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _one(form, params):
    message = f'{form} accepts only single type.'
    if isinstance(params, tuple):
        raise TypeError(f'{message} Got {params!r:.100}.')
    return _GenericAlias(form, (_checked(params, message),))


def _union(form, params):
    if params == ():
        raise TypeError('Cannot take a Union of no types.')
    flat = []
    for arg in _as_tuple(params):
        arg = _checked(arg, 'Union[arg, ...]: each arg must be a type.')
        for one in arg.__args__ if isinstance(arg, (_UnionGenericAlias, _Union)) else (arg,):
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _UnionGenericAlias(Union, tuple(flat))


def _optional(form, params):
    return Union[_checked(params, f'{form} requires a single type.'), _None]


def _literal(form, params):
    flat, seen = [], []
    for arg in _as_tuple(params):
        for one in arg.__args__ if isinstance(arg, _LiteralGenericAlias) else (arg,):
            key = one, type(one)
            if key not in seen:
                seen.append(key)
                flat.append(one)
    return _LiteralGenericAlias(form, tuple(flat))


def _annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin, extra = _checked(params[0], 'Annotated[t, ...]: t must be a type.'), params[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, extra = origin.__origin__, origin.__metadata__ + extra
    return _AnnotatedAlias(origin, extra)


def _concatenate(form, params):
    return _GenericAlias(form, _types(_as_tuple(params)))


Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _SpecialForm('Literal', _literal)
Annotated = _SpecialForm('Annotated', _annotated)
Concatenate = _SpecialForm('Concatenate', _concatenate)
ClassVar = _SpecialForm('ClassVar', _one)
Final = _SpecialForm('Final', _one)
Required = _SpecialForm('Required', _one)
NotRequired = _SpecialForm('NotRequired', _one)
ReadOnly = _SpecialForm('ReadOnly', _one)
TypeGuard = _SpecialForm('TypeGuard', _one)
TypeIs = _SpecialForm('TypeIs', _one)
Unpack = _SpecialForm('Unpack', _one)
NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
TypeAlias = _SpecialForm('TypeAlias')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwds):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


class _Variable(_Operators):
    def __init__(self, name, bound, covariant, contravariant, infer_variance, default):
        self.__name__ = name
        self.__bound__ = None if bound is None else _checked(bound, 'Bound must be a type.')
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = default
        self.__module__ = _caller()

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def has_default(self):
        return self.__default__ is not NoDefault

    def __typing_subst__(self, arg):
        return _checked(arg, 'Parameters to generic types must be types.')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


def _caller():
    try:
        return sys._getframe().f_globals.get('__name__', '__main__')
    except ValueError:
        return '__main__'


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        super().__init__(name, bound, covariant, contravariant, infer_variance, default)
        message = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([_checked(arg, message) for arg in constraints])


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, bound, covariant, contravariant, infer_variance, default)
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return tuple(_types(arg)) if isinstance(arg, (list, tuple)) else arg


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._word}'


class ParamSpecArgs(_ParamSpecPart):
    _word = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    _word = 'kwargs'


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, None, False, False, True, default)

    def __iter__(self):
        yield Unpack[self]


class _Later:
    # The value of a `type` statement: it is evaluated when it is asked for.
    def __init__(self, function):
        self.function = function


class TypeAliasType(_Operators):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self.__type_params__ = self.__parameters__ = type_params
        self.__module__ = _caller()

    @property
    def __value__(self):
        if isinstance(self._value, _Later):
            self._value = self._value.function()
        return self._value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, params):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return _GenericAlias(self, _types(_as_tuple(params)))


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


def _class_getitem(cls, params):
    params = _as_tuple(params)
    if cls is Generic or cls.__dict__.get('_is_protocol') and cls.__name__ == 'Protocol' and cls.__module__ == 'typing':
        name = cls.__name__
        if not params:
            raise TypeError(f'Parameter list to {name}[...] cannot be empty')
        if not all(isinstance(one, _Variable) or getattr(one, '__origin__', None) is Unpack for one in params):
            raise TypeError(f'Parameters to {name}[...] must all be type variables or parameter specification variables.')
        if len(set(params)) != len(params):
            raise TypeError(f'Parameters to {name}[...] must all be unique')
        return _GenericAlias(cls, params)
    wanted = getattr(cls, '__parameters__', ())
    if not wanted:
        raise TypeError(f'{cls} is not a generic class')
    if len(wanted) == 1 and isinstance(wanted[0], ParamSpec) and not isinstance(params[0], (list, tuple)):
        params = (params,)
    params = _types([tuple(one) if isinstance(one, list) else one for one in params]) if not any(
        isinstance(one, (list, tuple)) for one in params) else tuple([tuple(one) if isinstance(one, list) else one
                                                                      for one in params])
    spread = any(isinstance(one, TypeVarTuple) for one in wanted)
    if len(params) < len(wanted):
        params += tuple([one.__default__ for one in wanted[len(params):] if one.has_default()])
    if len(params) != len(wanted) and not spread:
        few = len(params) < len(wanted)
        raise TypeError(f'Too {"few" if few else "many"} arguments for {cls}; actual {len(params)}, '
                        f'expected {"at least " if few else ""}{len(wanted)}')
    return _GenericAlias(cls, params)


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        return _class_getitem(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        if Generic in (bases or cls.__bases__) and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        named = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if named is not None:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                named = base.__parameters__
        found = _parameters_of(bases)
        if named is not None:
            missing = [repr(one) for one in found if one not in named]
            if missing:
                listed = ', '.join([repr(one) for one in named])
                raise TypeError(f'Some type variables ({", ".join(missing)}) are not listed in Generic[{listed}]')
            found = named
        cls.__parameters__ = tuple(found)


class NewType(_Operators):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, arg, /):
        return arg

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        name = self.__name__
        raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking for: '
                        f"`{bases[0].__name__} = NewType({bases[0].__name__!r}, {name})`")


AnyStr = TypeVar('AnyStr', bytes, str)
AnyStr.__module__ = 'typing'


def cast(typ, val):
    return val


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    return _overload_dummy


def _marked(name):
    def mark(arg):
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg

    return mark


final = _marked('__final__')
override = _marked('__override__')
no_type_check = _marked('__no_type_check__')
final.__name__, override.__name__, no_type_check.__name__ = 'final', 'override', 'no_type_check'


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _Generic, _ParamSpecPart, _SpecialGenericAlias)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _Union if isinstance(tp, _Union) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, _Generic)):
        args = tp.__args__
        if isinstance(tp, _CallableGenericAlias) and not (len(args) == 2 and (
                args[0] is ... or isinstance(args[0], ParamSpec))):
            return list(args[:-1]), args[-1]
        return args
    return tp.__args__ if isinstance(tp, _Union) else ()


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    raise AssertionError(f'Expected code to be unreachable, but got: {value[:100] + "..." if len(value) > 100 else value}')


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def dataclass_transform(**kwargs):
    return _marked('__dataclass_transform__')


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    from _typing_more import hints_of
    return hints_of(obj, globalns, localns, include_extras)
