# functools. What calls a cached function is native: a hit costs no frame, and a miss none but the function's own.

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _class_name(cls):
    module = cls.__module__
    return cls.__qualname__ if module == 'builtins' else f'{module}.{cls.__qualname__}'


class partial:
    __tp_name__ = 'functools.partial'

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        self = super().__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords
        return self

    def __init__(self, func, /, *args, **keywords):
        pass

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f'{_class_name(type(self))}({", ".join(parts)})'

    __class_getitem__ = classmethod(_alias)


partial.__module__ = 'functools'


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f'functools.partialmethod({", ".join(parts)})'

    def _make(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make().__get__(obj, cls)

    __class_getitem__ = classmethod(_alias)


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    items = iter(iterable)
    if initial is _missing:
        try:
            initial = next(items)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    for item in items:
        initial = function(initial, item)
    return initial


class _CacheInfo(tuple):
    __slots__ = ()
    _fields = __match_args__ = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % (*self,)


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


class _lru_cache_wrapper(_Cache):
    def __init__(self, function, maxsize, typed):
        self._parameters = maxsize, typed

    def cache_info(self):
        hits, misses, size = self._counts()
        return _CacheInfo((hits, misses, self._parameters[0], size))

    def cache_parameters(self):
        return {'maxsize': self._parameters[0], 'typed': self._parameters[1]}

    def __get__(self, instance, owner=None):
        return self if instance is None else _bound(self, instance)

    def __repr__(self):
        return object.__repr__(self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_lru_cache_wrapper.__module__ = 'functools'


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_lru_cache_wrapper(maxsize, 128, typed), maxsize)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return update_wrapper(_lru_cache_wrapper(user_function, maxsize, typed), user_function)

    return decorating_function


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f'instance to cache {self.attrname!r} property.') from None
        value = kept.get(self.attrname, _missing)
        if value is _missing:
            value = kept[self.attrname] = self.func(instance)
        return value

    __class_getitem__ = classmethod(_alias)


# What each order is made of: the one that the class has, then the others by it. A class that says that it cannot
# compare is believed.

def _inverted(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else not answer

    return method


def _or_equal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else answer or self == other

    return method


def _and_unequal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else answer and self != other

    return method


def _not_or_equal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else not answer or self == other

    return method


def _not_and_unequal(name):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else not answer and self != other

    return method


_ORDERS = {
    '__lt__': {'__gt__': _not_and_unequal, '__le__': _or_equal, '__ge__': _inverted},
    '__le__': {'__ge__': _not_or_equal, '__lt__': _and_unequal, '__gt__': _inverted},
    '__gt__': {'__lt__': _not_and_unequal, '__ge__': _or_equal, '__le__': _inverted},
    '__ge__': {'__le__': _not_or_equal, '__gt__': _and_unequal, '__lt__': _inverted},
}


def total_ordering(cls):
    has = [name for name in _ORDERS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not has:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = next(name for name in ('__lt__', '__le__', '__gt__', '__ge__') if name in has)
    for name, make in _ORDERS[root].items():
        if name not in has:
            method = make(root)
            method.__name__ = name
            method.__qualname__ = f'{cls.__qualname__}.{name}'
            setattr(cls, name, method)
    return cls


class _Key:
    __slots__ = ('obj', '_compare')
    __hash__ = None

    def __init__(self, compare, obj):
        self._compare = compare
        self.obj = obj

    def __call__(self, obj):
        return _Key(self._compare, obj)

    def _order(self, other):
        if not isinstance(other, _Key):
            raise TypeError('other argument must be K instance')
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        return self._order(other) < 0

    def __gt__(self, other):
        return self._order(other) > 0

    def __le__(self, other):
        return self._order(other) <= 0

    def __ge__(self, other):
        return self._order(other) >= 0

    def __eq__(self, other):
        return self._order(other) == 0


_Key.__name__ = _Key.__qualname__ = 'KeyWrapper'
_Key.__module__ = 'functools'


def cmp_to_key(mycmp):
    return _Key(mycmp, None)


# Which of the registered classes is nearest to a class: the first in its order of resolution, with the abstract ones
# that it does not derive from, but belongs to, in the place where they would stand.

def _order_of(cls, registry):
    order = list(cls.__mro__)
    for known in registry:
        if known in order or not isinstance(known, type) or not hasattr(known, '__mro__'):
            continue
        try:
            if not issubclass(cls, known):
                continue
        except TypeError:
            continue
        place = len(order) - 1
        while place > 0 and issubclass(order[place - 1], known) is False:
            place -= 1
        order.insert(place, known)
    return order


def _find_impl(cls, registry):
    order = _order_of(cls, registry)
    match = None
    for candidate in order:
        if match is not None:
            if (candidate in registry and candidate not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, candidate)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {candidate}')
            break
        if candidate in registry:
            match = candidate
    return registry.get(match)


def _members_of(annotation):
    # The classes of a union; None of what is no class and no union of such.
    if isinstance(annotation, type):
        return (annotation,)
    if type(annotation).__name__ in ('UnionType', '_UnionGenericAlias'):
        members = annotation.__args__
        return members if all(isinstance(member, type) for member in members) else None
    return None


def singledispatch(func):
    registry = {}
    found = {}
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        try:
            return found[cls]
        except KeyError:
            impl = found[cls] = registry[cls] if cls in registry else _find_impl(cls, registry)
            return impl

    def register(cls, func=None):
        classes = _members_of(cls)
        if classes is not None:
            if func is None:
                return lambda func: register(cls, func)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. '
                                'Use either `@register(some_class)` or plain `@register` '
                                'on an annotated function.')
            func = cls
            if any(isinstance(annotation, str) for annotation in annotations.values()):
                from typing import get_type_hints
                annotations = get_type_hints(func)
            parameter, cls = next(iter(annotations.items()))
            classes = _members_of(cls)
            if classes is None:
                if type(cls).__name__ in ('UnionType', '_UnionGenericAlias'):
                    raise TypeError(f'Invalid annotation for {parameter!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {parameter!r}. {cls!r} is not a class.')
        for one in classes:
            registry[one] = func
        found.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(object.__dict__)(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **keywords):
            if not args:
                raise TypeError(f'{name} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **keywords)

        _method.__isabstractmethod__ = getattr(self.func, '__isabstractmethod__', False)
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method
