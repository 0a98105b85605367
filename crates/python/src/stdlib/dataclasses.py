# dataclasses. The methods of a class are written as text and compiled, as CPython's are: tracebacks show them as lines of
# "<string>", so the lines are those of CPython.

import sys

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _Named('<factory>')
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _Named('_FIELD'), _Named('_FIELD_CLASSVAR'), _Named('_FIELD_INITVAR')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_proxy = type(object.__dict__)
_ATOMIC = frozenset({type(None), bool, int, float, str, bytes, type(...), type(NotImplemented), type, range, property})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


def _listed(self, names):
    return ','.join([f'{name}={getattr(self, name)!r}' for name in names])


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _proxy({} if metadata is None else metadata)
        self.kw_only = kw_only

    def __repr__(self):
        names = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only')
        return f'Field({_listed(self, names)},_field_type={self._field_type})'

    def __set_name__(self, owner, name):
        told = getattr(type(self.default), '__set_name__', None)
        if told:
            told(self.default, owner, name)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f'_DataclassParams({_listed(self, self.__slots__)})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _means(annotation, cls, wanted, module):
    # Whether an annotation is `wanted`, or that with arguments, or says so as a string.
    if isinstance(annotation, str):
        path, _, name = annotation.partition('[')[0].strip().rpartition('.')
        names = getattr(sys.modules.get(cls.__module__), '__dict__', {})
        if path:
            names = getattr(names.get(path), '__dict__', {})
        return names.get(name) is wanted
    return annotation is wanted or getattr(annotation, '__origin__', None) is wanted


def _is_init_var(annotation, cls):
    return type(annotation) is InitVar or _means(annotation, cls, InitVar, 'dataclasses')


def _field_of(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        one = default
    else:
        if type(default).__name__ in ('member_descriptor', 'MemberDescriptorType'):
            default = MISSING
        one = field(default=default)
    one.name = name
    one.type = annotation
    one._field_type = _FIELD
    typing = sys.modules.get('typing')
    if typing and _means(annotation, cls, typing.ClassVar, 'typing'):
        one._field_type = _FIELD_CLASSVAR
    elif _is_init_var(annotation, cls):
        one._field_type = _FIELD_INITVAR
    if one._field_type is not _FIELD and one.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if one._field_type is not _FIELD_CLASSVAR:
        if one.kw_only is MISSING:
            one.kw_only = kw_only
    elif one.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    unhashable = one.default.__class__.__hash__ is None or isinstance(one.default, (list, dict, set))
    if one._field_type is _FIELD and unhashable:
        raise ValueError(f'mutable default {type(one.default)} for field {name} is not allowed: use default_factory')
    return one


def _recursive_repr():
    def decorate(show):
        running = set()

        def __repr__(self):
            key = id(self)
            if key in running:
                return '...'
            running.add(key)
            try:
                return show(self)
            finally:
                running.discard(key)

        __repr__.__wrapped__ = show
        return __repr__

    return decorate


class _Methods:
    # The text of a class's new methods, and the names that it uses. Where the class has such a method already: it stays
    # (None), is replaced (MISSING), or refused with these words at the end.

    def __init__(self):
        self.lines, self.names, self.known, self.refusals = [], [], {}, {}

    def add(self, name, parameters, body, refusal=None, decorator=None):
        if decorator:
            self.lines.append(f' @{decorator}')
        self.lines.append(f' def {name}({parameters}):')
        self.lines += ['  ' + line for line in body]
        self.names.append(name)
        self.refusals[name] = refusal

    def put_into(self, cls):
        if not self.names:
            return
        text = f'def __create_fn__({",".join(self.known)}):\n' + '\n'.join(self.lines)
        names = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
        made = _compile(f'{text}\n return ({",".join(self.names)},)', names)(**self.known)
        for name, method in zip(self.names, made):
            method.__qualname__ = f'{cls.__qualname__}.{name}'
            refusal = self.refusals[name]
            if refusal is MISSING or name not in cls.__dict__:
                setattr(cls, name, method)
            elif refusal is not None:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}{refusal}')


def _add_init(methods, every, positional, keyword_only, frozen, has_post_init, this, slots):
    seen = None
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen = one
        elif seen:
            raise TypeError(f'non-default argument {one.name!r} follows default argument {seen.name!r}')
    known = methods.known
    known['__dataclass_HAS_DEFAULT_FACTORY__'] = _FACTORY
    known['__dataclass_builtins_object__'] = object
    body, annotations = [], {}
    for one in every:
        name, kept = one.name, f'__dataclass_dflt_{one.name}__'
        value = name
        if one.default_factory is not MISSING:
            known[kept] = one.default_factory
            value = f'{kept}()'
            if one.init:
                value += f' if {name} is __dataclass_HAS_DEFAULT_FACTORY__ else {name}'
        elif one.default is not MISSING and (one.init or slots):
            known[kept] = one.default
            value = name if one.init else kept
        elif not one.init:
            continue
        if one._field_type is _FIELD_INITVAR:
            continue
        body.append(f'__dataclass_builtins_object__.__setattr__({this},{name!r},{value})' if frozen
                    else f'{this}.{name}={value}')
    if has_post_init:
        given = ','.join(one.name for one in every if one._field_type is _FIELD_INITVAR)
        body.append(f'{this}.__post_init__({given})')

    def parameter(one):
        annotations[one.name] = one.type
        if one.default is not MISSING:
            return f'{one.name}=__dataclass_dflt_{one.name}__'
        return one.name + ('' if one.default_factory is MISSING else '=__dataclass_HAS_DEFAULT_FACTORY__')

    parameters = [this, *map(parameter, positional)]
    if keyword_only:
        parameters += ['*', *map(parameter, keyword_only)]
    methods.add('__init__', ','.join(parameters), body or ['pass'])
    return {**annotations, 'return': None}


def _tuple_of(this, some):
    return f'({",".join([f"{this}.{one.name}" for one in some])}{"," if some else ""})'


def _add_order(methods, some):
    a, b = _tuple_of('self', some), _tuple_of('other', some)
    for name, operator in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
        methods.add(name, 'self,other',
                    ['if other.__class__ is self.__class__:', f' return {a}{operator}{b}', 'return NotImplemented'],
                    ' Consider using functools.total_ordering')


def _add_frozen(methods, cls, some):
    methods.known['cls'] = cls
    methods.known['FrozenInstanceError'] = FrozenInstanceError
    condition = 'type(self) is cls'
    if some:
        condition += ' or name in {' + ', '.join(repr(one.name) for one in some) + '}'
    for name, parameters, what in (('__setattr__', 'name,value', 'assign to'), ('__delattr__', 'name', 'delete')):
        methods.add(name, 'self,' + parameters,
                    [f'if {condition}:', f' raise FrozenInstanceError(f"cannot {what} field {{name!r}}")',
                     f'super(cls, self).{name}({parameters})'], '')


def _set_new(cls, name, value):
    if name not in cls.__dict__:
        setattr(cls, name, value)


def _annotation_text(annotation):
    if isinstance(annotation, type):
        module = annotation.__module__
        return annotation.__qualname__ if module == 'builtins' else f'{module}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '')


def _signature(every):
    parts, star = [], False
    for one in every:
        if one.kw_only and not star:
            parts.append('*')
            star = True
        text = f'{one.name}: {_annotation_text(one.type)}'
        if one.default is not MISSING:
            text += f' = {one.default!r}'
        elif one.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(text)
    return ', '.join(parts)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    every = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                           weakref_slot))
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            every.update(inherited)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    annotations = cls.__dict__.get('__annotations__', {})
    own, seen_star = [], False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or isinstance(annotation, str) and _means(annotation, cls, KW_ONLY, 'dataclasses'):
            if seen_star:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_star = kw_only = True
        else:
            own.append(_field_of(cls, name, annotation, kw_only))
    for one in own:
        every[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if any(frozen_bases) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen_bases and not all(frozen_bases) and frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, every)
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    init_fields = [one for one in every.values() if one._field_type is not _FIELD_CLASSVAR]
    positional = [one for one in init_fields if one.init and not one.kw_only]
    keyword_only = [one for one in init_fields if one.init and one.kw_only]
    real = [one for one in every.values() if one._field_type is _FIELD]
    compared = [one for one in real if one.compare]
    methods = _Methods()
    hints = None
    if init:
        this = '__dataclass_self__' if 'self' in every else 'self'
        hints = _add_init(methods, init_fields, positional, keyword_only, frozen, hasattr(cls, '__post_init__'), this,
                          slots)
    _set_new(cls, '__replace__', _replace)
    if repr:
        shown = ', '.join([f'{one.name}={{self.{one.name}!r}}' for one in real if one.repr])
        methods.known['__dataclasses_recursive_repr'] = _recursive_repr
        methods.add('__repr__', 'self', [f'return f"{{self.__class__.__qualname__}}({shown})"'],
                    decorator='__dataclasses_recursive_repr()')
    if eq:
        equal = ' and '.join([f'self.{one.name}==other.{one.name}' for one in compared]) or 'True'
        methods.add('__eq__', 'self,other',
                    ['if self is other:', ' return True', 'if other.__class__ is self.__class__:', f' return {equal}',
                     'return NotImplemented'])
    if order:
        _add_order(methods, compared)
    if frozen:
        _add_frozen(methods, cls, real)
    if unsafe_hash and has_hash:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or eq and frozen and not has_hash:
        hashed = [one for one in real if (one.compare if one.hash is None else one.hash)]
        methods.add('__hash__', 'self', [f'return hash({_tuple_of("self", hashed)})'], MISSING)
    elif eq and not has_hash:
        cls.__hash__ = None
    methods.put_into(cls)
    if hints is not None and '__init__' in cls.__dict__:
        cls.__init__.__annotations__ = hints
    if not getattr(cls, '__doc__'):
        cls.__doc__ = f'{cls.__name__}({_signature(positional + keyword_only)})'
    if match_args:
        _set_new(cls, '__match_args__', tuple([one.name for one in positional]))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return _with_slots(cls, real, weakref_slot) if slots else cls


def _with_slots(cls, real, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    names = [one.name for one in real]
    wanted = names + (['__weakref__'] if weakref_slot else [])
    namespace['__slots__'] = tuple([name for name in wanted if name not in inherited])
    for name in (*names, '__dict__', '__weakref__'):
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        every = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([one for one in every.values() if one._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def _taken_apart(obj, whole, pairs):
    # What `whole` makes of the values of a dataclass's fields, in everything that a value holds.
    kind = type(obj)
    if kind in _ATOMIC:
        return obj
    if hasattr(kind, _FIELDS):
        if pairs:
            return whole([(one.name, _taken_apart(getattr(obj, one.name), whole, True)) for one in fields(obj)])
        return whole([_taken_apart(getattr(obj, one.name), whole, False) for one in fields(obj)])
    if issubclass(kind, (list, tuple)):
        items = [_taken_apart(item, whole, pairs) for item in obj]
        return kind(*items) if hasattr(obj, '_fields') else kind(items)
    if issubclass(kind, dict):
        items = [(_taken_apart(key, whole, pairs), _taken_apart(value, whole, pairs)) for key, value in obj.items()]
        if hasattr(obj, 'default_factory'):
            result = kind(obj.default_factory)
            result.update(items)
            return result
        return kind(items)
    from copy import deepcopy
    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _taken_apart(obj, dict_factory, True)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _taken_apart(obj, tuple_factory, False)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    from keyword import iskeyword
    annotations, body = {}, dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, body[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    body['__annotations__'] = annotations
    cls = type(cls_name, tuple(bases), body)
    cls.__module__ = '__main__' if module is None else module
    return dataclass(cls, **options)


def _replace(self, /, **changes):
    for one in getattr(self, _FIELDS).values():
        if one._field_type is _FIELD_CLASSVAR:
            continue
        if not one.init:
            if one.name in changes:
                raise TypeError(f'field {one.name} is declared with init=False, it cannot be specified with replace()')
        elif one.name not in changes:
            if one._field_type is _FIELD_INITVAR and one.default is MISSING:
                raise TypeError(f'InitVar {one.name!r} must be specified with replace()')
            changes[one.name] = getattr(self, one.name)
    return self.__class__(**changes)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)
