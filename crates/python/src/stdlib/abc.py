def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    if isinstance(value, property):
        parts = value, value.fget, value.fset, value.fdel
    elif isinstance(value, (classmethod, staticmethod)):
        parts = value.__func__,
    else:
        parts = value,
    return any(getattr(part, '__isabstractmethod__', False) for part in parts)


def _find_abstract(cls, content):
    names = {name for name, value in content if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if name not in names and _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _find_abstract(cls, list(cls.__dict__.items()))
        # Classes that were registered, and those that were asked for and belong here.
        cls._abc_registry = []
        cls._abc_cache = set()
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        subclass = type(instance)
        if subclass in cls.__dict__['_abc_cache'] or cls.__subclasscheck__(subclass):
            return True
        other = getattr(instance, '__class__', subclass)
        return other is not subclass and cls.__subclasscheck__(other)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        cache = cls.__dict__['_abc_cache']
        if subclass in cache:
            return True
        hook = getattr(cls, '__subclasshook__', None)
        answer = NotImplemented if hook is None else hook(subclass)
        if answer is NotImplemented:
            answer = (
                cls in subclass.__mro__
                or any(issubclass(subclass, known) for known in cls.__dict__['_abc_registry'])
                or any(issubclass(subclass, known) for known in cls.__subclasses__())
            )
        if answer:
            cache.add(subclass)
        return answer


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    if hasattr(cls, '__abstractmethods__'):
        _find_abstract(cls, list(cls.__dict__.items()))
    return cls


def get_cache_token():
    return 0
