# The Python half of what waits for several futures: the arguments are looked at here, the waiting is done by core.


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = dict.fromkeys(fs)
    if any(iscoroutine(future) for future in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    await _wait(list(fs), timeout, return_when)
    done, pending = set(), set()
    for future in fs:
        (done if future.done() else pending).add(future)
    return done, pending


class _AsCompletedIterator:
    __module__ = 'asyncio.tasks'

    def __init__(self, aws, timeout):
        self._completed = _as_completed([ensure_future(aw) for aw in dict.fromkeys(aws)], timeout)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._completed.claim():
            raise StopAsyncIteration
        return await self._completed.get()

    def __next__(self):
        if not self._completed.claim():
            raise StopIteration
        return self._wait_for_one()

    async def _wait_for_one(self):
        return (await self._completed.get()).result()


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs) or hasattr(type(fs), '__await__'):
        raise TypeError(f'expects an iterable of awaitables, not {type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


def shield(arg):
    return _shield(ensure_future(arg))
