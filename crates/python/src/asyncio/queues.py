# The classes of asyncio.queues. The native base keeps the items; a program's class that has its own way of keeping
# them does so in Python.


class Queue(_Queue):
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        order = _order(type(self))
        self._start(maxsize, order)
        if order is None:
            self._init(maxsize)

    __class_getitem__ = classmethod(_generic)

    def _init(self, maxsize):
        from collections import deque
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    @property
    def maxsize(self):
        return self._maxsize

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        result = f'maxsize={self._maxsize!r}'
        items = self._items()
        if items is None:
            items = getattr(self, '_queue', None)
        if items:
            result += f' _queue={list(items)!r}'
        return result + self._state()

    def __getattr__(self, name):
        if name == '_queue':
            items = self._items()
            if items is not None:
                if isinstance(self, (LifoQueue, PriorityQueue)):
                    return items
                from collections import deque
                return deque(items)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item, heappush=_heappush):
        heappush(self._queue, item)

    def _get(self, heappop=_heappop):
        return heappop(self._queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()


def _order(own):
    for order, base in enumerate((Queue, LifoQueue, PriorityQueue)):
        if own is base:
            return order
    for order, base in ((2, PriorityQueue), (1, LifoQueue), (0, Queue)):
        if issubclass(own, base):
            break
    plain = all(getattr(own, name) is getattr(base, name) for name in _OVERRIDABLE)
    return order if plain else None


_OVERRIDABLE = ('_init', '_put', '_get', 'put_nowait', 'get_nowait')


# What the native methods of a class with its own items go on with.


def _tell_size(queue):
    items = getattr(queue, '_queue', None)
    if items is not None:
        queue._set_size(len(items))


async def _put(queue, item):
    await queue._room()
    return queue.put_nowait(item)


def _put_nowait(queue, item):
    queue._may_put()
    try:
        queue._put(item)
    except BaseException:
        _tell_size(queue)
        raise
    queue._was_put()
    _tell_size(queue)


async def _get(queue):
    await queue._item()
    return queue.get_nowait()


def _get_nowait(queue):
    queue._may_take()
    try:
        item = queue._get()
    except BaseException:
        _tell_size(queue)
        raise
    queue._was_taken()
    _tell_size(queue)
    return item


def _clear(queue):
    while len(queue._queue):
        queue._get()
