# The classes of asyncio.locks. What they do is in their native bases; here is what a class written in Python does
# best: to be derived from, to hold a program's attributes, to call its predicates.


class _Shown:
    def __repr__(self):
        return f'<{object.__repr__(self)[1:-1]} [{self._state()}]>'


class Lock(_Shown, _Lock):
    def __init__(self):
        pass


class Event(_Shown, _Event):
    def __init__(self):
        pass


class Condition(_Shown, _Condition):
    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        # What is no lock at all is told so by its missing attributes.
        lock.locked, lock.acquire, lock.release
        self._lock = lock
        self._start(lock)

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result


class Semaphore(_Shown, _Semaphore):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._start(value, False)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound_value = value
        self._start(value, True)


class Barrier(_Shown, _Barrier):
    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._start(parties)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass


# `async with` over a class of the program's that has its own acquire or release.


async def _enter(lock):
    await lock.acquire()


async def _exit(lock):
    lock.release()
