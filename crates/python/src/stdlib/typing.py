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


# part: typing/forms.py
# part: typing/variables.py
# part: typing/aliases.py


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
