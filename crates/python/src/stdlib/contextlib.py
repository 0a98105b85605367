# Context managers made of generators, and the small ones. The generator's frames are left out of the traceback of
# what was thrown into it and came out again.


def _named_like(wrapper, function):
    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        try:
            setattr(wrapper, name, getattr(function, name))
        except AttributeError:
            pass
    wrapper.__wrapped__ = function
    return wrapper


def _came_out(error, thrown, stop):
    # Whether an exception out of the generator is the one that was thrown in; a generator cannot raise its own end.
    if error is thrown:
        return True
    return isinstance(error, RuntimeError) and isinstance(thrown, stop) and error.__cause__ is thrown


class _Manager:
    def __init__(self, function, args, options):
        self._made_by = function, args, options
        self.gen = function(*args, **options)

    def _again(self):
        return self.__class__(*self._made_by)


class _GeneratorContextManager(_Manager):
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

    def __call__(self, function):
        def inner(*args, **options):
            with self._again():
                return function(*args, **options)

        return _named_like(inner, function)


class _AsyncGeneratorContextManager(_Manager):
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

    def __call__(self, function):
        async def inner(*args, **options):
            async with self._again():
                return await function(*args, **options)

        return _named_like(inner, function)


def contextmanager(func):
    def make(*args, **options):
        return _GeneratorContextManager(func, args, options)

    return _named_like(make, func)


def asynccontextmanager(func):
    def make(*args, **options):
        return _AsyncGeneratorContextManager(func, args, options)

    return _named_like(make, func)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *how):
        self.thing.close()


class aclosing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *how):
        await self.thing.aclose()


class suppress:
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


class nullcontext:
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
