# Special forms, and forward references: what stands in an annotation and is no class. What they make are aliases.

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
