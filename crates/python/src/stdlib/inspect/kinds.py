# What something is, what it has, and where a coroutine or generator stands.

def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, _Method)


def isfunction(object):
    return isinstance(object, _Function)


def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType)


def ismethoddescriptor(object):
    return isinstance(object, _types.MethodDescriptorType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, _types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, _types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, _types.CoroutineType) or hasattr(type(object), '__await__') and not isgenerator(object)


def _flags(object):
    while True:
        if isinstance(object, _Method):
            object = object.__func__
        elif type(object).__name__ == 'partial' and hasattr(object, 'func'):
            object = object.func
        else:
            break
    if not isinstance(object, _Function):
        call = getattr(type(object), '__call__', None)
        if not isinstance(call, _Function):
            return 0
    if isinstance(object, _Function):
        return object.__code__.co_flags
    return 0


def _unwrapped(object):
    while True:
        if isinstance(object, _Method):
            object = object.__func__
        elif type(object).__name__ == 'partial' and hasattr(object, 'func'):
            object = object.func
        else:
            return object


def markcoroutinefunction(func):
    getattr(func, '__func__', func)._is_coroutine_marker = _MARK
    return func


def iscoroutinefunction(obj):
    return bool(_flags(obj) & CO_COROUTINE) or getattr(_unwrapped(obj), '_is_coroutine_marker', None) is _MARK


def isgeneratorfunction(obj):
    return bool(_flags(obj) & CO_GENERATOR)


def isasyncgenfunction(obj):
    return bool(_flags(obj) & CO_ASYNC_GENERATOR)


def istraceback(object):
    return isinstance(object, _types.TracebackType)


def isframe(object):
    return isinstance(object, _types.FrameType)


def iscode(object):
    return isinstance(object, _types.CodeType)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def getmembers(object, predicate=None):
    names = dir(object)
    found = []
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda item: item[0])


def getmembers_static(object, predicate=None):
    found = []
    for name in dir(object):
        value = getattr_static(object, name)
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


_NONE = _types.SimpleNamespace()


def getattr_static(obj, attr, default=_NONE):
    spaces = [vars(cls) for cls in type(obj).__mro__]
    if isinstance(obj, type):
        spaces = [vars(cls) for cls in obj.__mro__] + spaces
    elif hasattr(obj, '__dict__'):
        spaces.insert(0, obj.__dict__)
    for space in spaces:
        if attr in space:
            return space[attr]
    if default is _NONE:
        raise AttributeError(attr)
    return default


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while not isinstance(func, type) and hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_SUSPENDED if getattr(coroutine, 'cr_suspended', False) else CORO_CREATED


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


def getasyncgenstate(agen):
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f'{agen!r} is not a Python async generator')
    frame = agen.ag_frame
    return {} if frame is None else frame.f_locals


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED if getattr(generator, 'gi_suspended', False) else GEN_CREATED
