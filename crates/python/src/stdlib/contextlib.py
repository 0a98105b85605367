# Context managers made of generators, and the small ones. The generator's frames are left out of the traceback of
# what was thrown into it and came out again.

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing']


def _named_like(wrapper, function):
    for name in ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__'):
        try:
            setattr(wrapper, name, getattr(function, name))
        except AttributeError:
            pass
    wrapper.__dict__.update(getattr(function, '__dict__', {}))
    wrapper.__wrapped__ = function
    return wrapper


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return _named_like(inner, func)


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return _named_like(inner, func)


def _came_out(error, thrown, stop):
    # Whether an exception out of the generator is the one that was thrown in; a generator cannot raise its own end.
    if error is thrown:
        return True
    return isinstance(error, RuntimeError) and isinstance(thrown, stop) and error.__cause__ is thrown


class _Manager:
    def __init__(self, func, args, kwds):
        self.func, self.args, self.kwds = func, args, kwds
        self.gen = func(*args, **kwds)
        self.__doc__ = func.__doc__ or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_Manager, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, trace):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self.gen.close()
            raise RuntimeError("generator didn't stop")
        length = _trace_length(error)
        try:
            self.gen.throw(error)
        except BaseException as raised:
            if isinstance(raised, StopIteration):
                return raised is not error
            if not _came_out(raised, error, StopIteration):
                raise
            _cut_trace(error, length)
            return False
        self.gen.close()
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_Manager, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, error, trace):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            await self.gen.aclose()
            raise RuntimeError("generator didn't stop")
        length = _trace_length(error)
        try:
            await self.gen.athrow(error)
        except BaseException as raised:
            if isinstance(raised, StopAsyncIteration):
                return raised is not error
            if not _came_out(raised, error, (StopIteration, StopAsyncIteration)):
                raise
            _cut_trace(error, length)
            return False
        await self.gen.aclose()
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    def make(*args, **options):
        return _GeneratorContextManager(func, args, options)

    return _named_like(make, func)


def asynccontextmanager(func):
    def make(*args, **options):
        return _AsyncGeneratorContextManager(func, args, options)

    return _named_like(make, func)


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *how):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *how):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, error, trace):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if isinstance(error, BaseExceptionGroup):
            rest = error.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *how):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *how):
        pass


class _Redirected(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, *how):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirected):
    _stream = 'stdout'


class redirect_stderr(_Redirected):
    _stream = 'stderr'


def _kind(cls):
    return f"'{cls.__module__}.{cls.__qualname__}' object"


def _own(manager, names, protocol):
    # The methods of a manager's class.
    cls = type(manager)
    try:
        return [getattr(cls, name) for name in names]
    except AttributeError:
        raise TypeError(f'{_kind(cls)} does not support the {protocol} protocol') from None


class _Stack:
    # What is to be left, each with whether it is left by an await. It is asked for what came in its way last first.

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        taken = type(self)()
        taken._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return taken

    def _push(self, manager, exit, is_sync=True):
        self._exit_callbacks.append((is_sync, _bound(exit, manager)))

    def push(self, exit):
        leave = getattr(type(exit), '__exit__', None)
        if leave is None:
            self._exit_callbacks.append((True, exit))
        else:
            self._push(exit, leave)
        return exit

    def enter_context(self, cm):
        enter, leave = _own(cm, ('__enter__', '__exit__'), 'context manager')
        result = enter(cm)
        self._push(cm, leave)
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(kind, error, trace):
            callback(*args, **kwds)

        self._exit_callbacks.append((True, leave))
        return callback


def _link(new, old, outer):
    # The context of an exception raised on the way out is the one that was on its way out before.
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


def _arguments(error):
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def _outer_error():
    from sys import exception
    return exception()


class ExitStack(_Stack, AbstractContextManager):
    def __exit__(self, kind, error, trace):
        given, pending, outer = error, False, _outer_error()
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                if leave(*_arguments(error)):
                    error, pending = None, False
            except BaseException as new:
                _link(new, error, outer)
                error, pending = new, True
        return _left(given, error, pending)

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter, leave = _own(cm, ('__aenter__', '__aexit__'), 'asynchronous context manager')
        result = await enter(cm)
        self._push(cm, leave, False)
        return result

    def push_async_exit(self, exit):
        leave = getattr(type(exit), '__aexit__', None)
        if leave is None:
            self._exit_callbacks.append((False, exit))
        else:
            self._push(exit, leave, False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(kind, error, trace):
            await callback(*args, **kwds)

        self._exit_callbacks.append((False, leave))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, kind, error, trace):
        given, pending, outer = error, False, _outer_error()
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                result = leave(*_arguments(error))
                if not is_sync:
                    result = await result
                if result:
                    error, pending = None, False
            except BaseException as new:
                _link(new, error, outer)
                error, pending = new, True
        return _left(given, error, pending)


def _left(given, error, pending):
    if pending:
        context = error.__context__
        try:
            raise error
        except BaseException:
            error.__context__ = context
            raise
    return given is not None and error is None
