# The parts of typing that make classes, and those that read annotations.

import sys
from abc import ABCMeta, abstractmethod
from typing import (
    Any, ForwardRef, Generic, TypeVar, _AnnotatedAlias, _as_tuple, _checked, _class_getitem, _Generic, _GenericAlias, _None,
    _Union, NotRequired, ReadOnly, Required, Union,
)

__name__ = 'typing'

_OWN = {
    '__abstractmethods__', '__annotations__', '__class_getitem__', '__dict__', '__doc__', '__firstlineno__', '__init__',
    '__init_subclass__', '__module__', '__new__', '__orig_bases__', '__orig_class__', '__parameters__', '__qualname__',
    '__slots__', '__static_attributes__', '__subclasshook__', '__subclasses__', '__type_params__', '__weakref__',
    '__match_args__', '__protocol_attrs__', '__non_callable_proto_members__', '_is_protocol', '_is_runtime_protocol',
}


def _members_of(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        for name in (*base.__dict__, *base.__dict__.get('__annotations__', {})):
            if not name.startswith('_abc_') and name not in _OWN:
                names.add(name)
    return names


def _is_protocol(cls):
    return cls.__dict__.get('_is_protocol', False)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == 'Protocol' and len(bases) < 2:
            pass
        elif any(base is Protocol for base in bases):
            for base in bases:
                if not (base in (object, Generic) or getattr(base, '_is_protocol', False)
                        or base.__module__ in ('collections.abc', 'contextlib')):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __subclasscheck__(cls, other):
        if cls is not Protocol and _is_protocol(cls):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not cls.__dict__.get('_is_runtime_protocol', False):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            data = sorted([name for name in _members_of(cls) if not callable(getattr(cls, name, None))])
            if data:
                raise TypeError('Protocols with non-method members don\'t support issubclass(). Non-method members: '
                                f'{str(data)[1:-1]}.')
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not _is_protocol(cls):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if cls in type(instance).__mro__:
            return True
        for name in _members_of(cls):
            value = getattr(instance, name, cls)
            if value is cls or value is None and callable(getattr(cls, name, None)):
                return False
        return True


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if _is_protocol(cls):
        raise TypeError('Protocols cannot be instantiated')
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


def _has_members(cls, other):
    if not _is_protocol(cls):
        return NotImplemented
    for name in _members_of(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get('__annotations__', {}) and getattr(other, '_is_protocol', False):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_has_members)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init

    def __class_getitem__(cls, params):
        return _class_getitem(cls, params)


def runtime_checkable(cls):
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and _is_protocol(tp) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_members_of(tp))


def _supports(name, method, variable=None):
    namespace = {'__slots__': (), '__module__': 'typing', method: abstractmethod(lambda self: None)}
    bases = (Protocol,)
    cls = _ProtocolMeta(name, bases, namespace)
    if variable is not None:
        cls.__parameters__ = (variable,)
    return runtime_checkable(cls)


T_co = TypeVar('T_co', covariant=True)
SupportsInt = _supports('SupportsInt', '__int__')
SupportsFloat = _supports('SupportsFloat', '__float__')
SupportsComplex = _supports('SupportsComplex', '__complex__')
SupportsBytes = _supports('SupportsBytes', '__bytes__')
SupportsIndex = _supports('SupportsIndex', '__index__')
SupportsAbs = _supports('SupportsAbs', '__abs__', T_co)
SupportsRound = _supports('SupportsRound', '__round__', T_co)


class IO(Generic[TypeVar('AnyStr', bytes, str)]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


# Named tuples.

_NOT_TO_SET = ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types', '_make',
               '_replace', '_asdict', '_source')


def _make_tuple(name, types, defaults, module):
    from collections import namedtuple
    types = {field: _checked(annotation, f'field {field} annotation must be a type')
             for field, annotation in types.items()}
    made = namedtuple(name, list(types), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        types = namespace.get('__annotations__', {})
        with_default = []
        for name in types:
            if name in namespace:
                with_default.append(name)
            elif with_default:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field'
                                f'{"s" if len(with_default) > 1 else ""} {", ".join(with_default)}')
        made = _make_tuple(typename, types, [namespace[name] for name in with_default], namespace['__module__'])
        if Generic in bases:
            made = type(made)(typename, (made, Generic), dict(made.__dict__))
            made.__orig_bases__ = namespace.get('__orig_bases__', ())
            Generic.__init_subclass__.__func__(made)
        made.__qualname__ = namespace.get('__qualname__', typename)
        for key, value in namespace.items():
            if key in _NOT_TO_SET:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__module__', '__qualname__', '__annotations__', '__orig_bases__') and key not in made._fields:
                setattr(made, key, value)
                told = getattr(type(value), '__set_name__', None)
                if told:
                    told(value, made, key)
        return made


class _NamedTupleForm:
    __name__ = __qualname__ = 'NamedTuple'

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        from sys import _getframe
        return _make_tuple(typename, dict(fields), (), _getframe().f_globals.get('__name__', '__main__'))

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return f'<function NamedTuple at {id(self):#x}>'


NamedTuple = _NamedTupleForm()
_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


# Typed dicts.

class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base')
        annotations = {field: _checked(annotation, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
                       for field, annotation in namespace.get('__annotations__', {}).items()}
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), {**namespace, '__annotations__': {}})
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        hints.update(annotations)
        for key, annotation in annotations.items():
            origin = getattr(annotation, '__origin__', None)
            needed = origin is Required or total and origin is not NotRequired
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset()
        made.__mutable_keys__ = frozenset(hints)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    __name__ = __qualname__ = 'TypedDict'

    def __call__(self, typename, fields=None, /, *, total=True):
        from sys import _getframe
        module = _getframe().f_globals.get('__name__', '__main__')
        namespace = {'__annotations__': dict(fields or {}), '__module__': module}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return f'<function TypedDict at {id(self):#x}>'


TypedDict = _TypedDictForm()
_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta


# Annotations.

def _value_of(text, names):
    from dataclasses import _compile
    names = dict(names)
    try:
        return _compile(f'def __create_fn__():\n return ({text}\n)', names)()
    except SyntaxError:
        raise SyntaxError(f'Forward reference must be an expression -- got {text!r}') from None


def _resolved(annotation, names, extras):
    if annotation is None:
        return _None
    if isinstance(annotation, str):
        return _resolved(_value_of(annotation, names), names, extras)
    if isinstance(annotation, ForwardRef):
        return _resolved(annotation.__forward_arg__, names, extras)
    if isinstance(annotation, _AnnotatedAlias):
        inner = _resolved(annotation.__origin__, names, extras)
        return _AnnotatedAlias(inner, annotation.__metadata__) if extras else inner
    if not extras and getattr(annotation, '__origin__', None) in (Required, NotRequired, ReadOnly):
        return _resolved(annotation.__args__[0], names, extras)
    if isinstance(annotation, (_GenericAlias, _Generic, _Union)):
        args = annotation.__args__
        if type(annotation).__name__ == '_LiteralGenericAlias':
            return annotation
        new = tuple([_resolved(arg, names, extras) if arg is not ... else arg for arg in args])
        if new == args:
            return annotation
        if isinstance(annotation, _Union):
            return Union[new]
        if isinstance(annotation, _Generic):
            return annotation.__origin__[new]
        return annotation._copy(new)
    return annotation


def _names_of(module):
    return getattr(sys.modules.get(module), '__dict__', {})


def hints_of(obj, globalns, localns, extras):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = {**(_names_of(base.__module__) if globalns is None else globalns),
                     **(dict(base.__dict__) if localns is None else localns)}
            for name, annotation in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _resolved(annotation, names, extras)
        return hints
    inner = obj
    while hasattr(inner, '__wrapped__'):
        inner = inner.__wrapped__
    if globalns is None:
        globalns = obj.__dict__ if type(obj).__name__ == 'module' else getattr(inner, '__globals__', {})
    annotations = getattr(obj, '__annotations__', None)
    if annotations is None:
        if callable(obj):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    names = {**globalns, **(localns or {})}
    for name, annotation in annotations.items():
        hints[name] = _resolved(annotation, names, extras)
    return hints


def no_type_check_decorator(decorator):
    return decorator


def get_overloads(func):
    return []


def clear_overloads():
    pass
