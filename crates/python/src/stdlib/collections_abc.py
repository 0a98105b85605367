from abc import ABCMeta, abstractmethod
from collections import deque

_GenericAlias = type(list[int])
_NOTHING = object()
_generator_type = type((lambda: (yield))())


class _suppress:
    # contextlib's, without importing it.
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        pass

    def __exit__(self, kind, error, trace):
        return isinstance(error, self.kinds)


def _has(cls, *names):
    # Whether a class has all these methods.
    if '__await__' in names and cls is _generator_type:
        return NotImplemented
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class _ABC(metaclass=ABCMeta):
    # Whoever has these methods belongs to the class, if that is the class that lists them.
    __slots__ = ()
    _wanted = ()

    @classmethod
    def __subclasshook__(cls, other):
        wanted = cls.__dict__.get('_wanted')
        return _has(other, *wanted) if wanted else NotImplemented


def _one_trick(name, method, is_async=False, generic=True):
    # A class with one abstract method.
    def body(self, *args):
        raise NotImplementedError
    body.__name__ = method
    body.__qualname__ = f'{name}.{method}'
    content = {'__slots__': (), '_wanted': (method,), method: abstractmethod(body), '__module__': 'collections.abc'}
    if generic:
        content['__class_getitem__'] = classmethod(_GenericAlias)
    return ABCMeta(name, (_ABC,), content)


Hashable = _one_trick('Hashable', '__hash__', generic=False)
Sized = _one_trick('Sized', '__len__', generic=False)
Container = _one_trick('Container', '__contains__')
Iterable = _one_trick('Iterable', '__iter__')
Callable = _one_trick('Callable', '__call__')
Awaitable = _one_trick('Awaitable', '__await__')
AsyncIterable = _one_trick('AsyncIterable', '__aiter__')
Buffer = _one_trick('Buffer', '__buffer__', generic=False)


def _close(generator, kind):
    with _suppress(GeneratorExit, StopIteration):
        generator.throw(GeneratorExit)
        raise RuntimeError(f'{kind} ignored GeneratorExit')


class Coroutine(Awaitable):
    __slots__ = ()
    _wanted = '__await__', 'send', 'throw', 'close'

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise val or typ

    def close(self):
        _close(self, 'coroutine')


class AsyncIterator(AsyncIterable):
    __slots__ = ()
    _wanted = '__anext__', '__aiter__'

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    __slots__ = ()
    _wanted = '__aiter__', '__anext__', 'asend', 'athrow', 'aclose'

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise val or typ

    async def aclose(self):
        with _suppress(GeneratorExit, StopAsyncIteration):
            await self.athrow(GeneratorExit)
            raise RuntimeError('asynchronous generator ignored GeneratorExit')


class Iterator(Iterable):
    __slots__ = ()
    _wanted = '__iter__', '__next__'

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    __slots__ = ()
    _wanted = '__reversed__', '__iter__'

    @abstractmethod
    def __reversed__(self):
        yield from ()


class Generator(Iterator):
    __slots__ = ()
    _wanted = '__iter__', '__next__', 'send', 'throw', 'close'

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise val or typ

    def close(self):
        _close(self, 'generator')


class Collection(Sized, Iterable, Container):
    __slots__ = ()
    _wanted = '__len__', '__iter__', '__contains__'


# part: collections_abc/containers.py


def _generator():
    yield


async def _async_generator():
    yield


async def _coroutine():
    pass


_one = _coroutine()
Coroutine.register(type(_one))
_one.close()
Generator.register(type(_generator()))
AsyncGenerator.register(type(_async_generator()))
del _one
Sequence.register(tuple)
Sequence.register(str)
Sequence.register(range)
ByteString.register(bytes)
MutableSequence.register(list)
MutableSequence.register(deque)
Set.register(frozenset)
MutableSet.register(set)
Mapping.register(type(type.__dict__))
MutableMapping.register(dict)
KeysView.register(type({}.keys()))
ItemsView.register(type({}.items()))
ValuesView.register(type({}.values()))


for _view in (type({}.keys()), type({}.items())):
    Set.register(_view)
del _view
for _iterator in (iter(()), iter([]), iter(''), iter('\xe9'), iter(b''), iter({}), iter({}.values()), iter({}.items()),
                  iter(set()), iter(range(0)), reversed([]), zip(), iter(int, 0), map(int, ()), filter(int, ()),
                  enumerate(())):
    Iterator.register(type(_iterator))
del _iterator
for _type in (str, bytes, tuple, list, dict, set, frozenset, range):
    for _class in (Sized, Iterable, Container):
        _class.register(_type)
    if _type not in (list, dict, set):
        Hashable.register(_type)
for _type in (int, float, bool, type(None), type, type(len), type(_has)):
    Hashable.register(_type)
for _type in (type, type(len), type(_has), type([].append), type(Mapping.register)):
    Callable.register(_type)
del _type, _class
del deque
