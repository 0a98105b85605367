# Generators stand for most of CPython's iterators; what looks at its arguments does so in a function around them.

_END = object()


class count:
    def __init__(self, start=0, step=1):
        if not hasattr(start, '__add__') or isinstance(start, (str, list, tuple)):
            raise TypeError('a number is required')
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if isinstance(self._step, int) and self._step == 1:
            return f'count({self._next!r})'
        return f'count({self._next!r}, {self._step!r})'


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = times if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if not self._left:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {self._left})'


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


class chain:
    __class_getitem__ = classmethod(type(list[int]))

    def __new__(cls, *iterables):
        return _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        return _chain(iter(iterable))


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    if func is None:
        for item in iterator:
            total = total + item
            yield total
    else:
        for item in iterator:
            total = func(total, item)
            yield total


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError('n must be at least one')
    return _batched(iter(iterable), n, strict)


def _batched(iterator, n, strict):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError('batched(): incomplete batch')
        yield tuple(batch)


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


def filterfalse(function, iterable, /):
    return _filterfalse(function, iter(iterable))


def _filterfalse(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            yield item


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for arguments in iterator:
        yield function(*arguments)


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for before in iterator:
        break
    for item in iterator:
        yield before, item
        before = item


def islice(iterable, *bounds):
    if not 1 <= len(bounds) <= 3:
        least, given = ('at least 2 arguments', 1) if not bounds else ('at most 4 arguments', len(bounds) + 1)
        raise TypeError(f'islice expected {least}, got {given}')
    start, stop, step = 0, bounds[0], 1
    if len(bounds) > 1:
        start, stop = bounds[0], bounds[1]
        if start is None:
            start = 0
    if len(bounds) == 3 and bounds[2] is not None:
        step = bounds[2]
    if stop is not None and (not hasattr(stop, '__index__') or stop.__index__() == -1):
        raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if not hasattr(start, '__index__') or start.__index__() < 0 or stop is not None and stop < 0:
        raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if not hasattr(step, '__index__') or step.__index__() < 1:
        raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, wanted, stop, step):
    position = 0
    try:
        while True:
            while position < wanted:
                next(iterator)
                position += 1
            if stop is not None and position >= stop:
                return
            item = next(iterator)
            position += 1
            wanted += step
            if stop is not None and wanted > stop:
                wanted = stop
            yield item
    except StopIteration:
        return


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fill):
    active = len(iterators)
    while active:
        items = []
        for position, iterator in enumerate(iterators):
            item = _END if iterator is None else next(iterator, _END)
            if item is _END:
                item = fill
                if iterator is not None:
                    iterators[position] = None
                    active -= 1
                    if not active:
                        return
            items.append(item)
        yield tuple(items)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    return _product([tuple(pool) for pool in iterables] * repeat)


def _product(pools):
    if not all(pools):
        return
    places = [0] * len(pools)
    items = [pool[0] for pool in pools]
    while True:
        yield tuple(items)
        for at in range(len(pools) - 1, -1, -1):
            place = places[at] = places[at] + 1
            if place < len(pools[at]):
                items[at] = pools[at][place]
                break
            places[at] = 0
            items[at] = pools[at][0]
        else:
            return


def _size(r):
    if not isinstance(r, int):
        raise TypeError('Expected int as r')
    if r < 0:
        raise ValueError('r must be non-negative')


def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is None:
        r = len(pool)
    _size(r)
    return _permutations(pool, r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    order = list(range(n))
    left = list(range(n, n - r, -1))
    yield tuple([pool[at] for at in order[:r]])
    while True:
        for at in range(r - 1, -1, -1):
            left[at] -= 1
            if left[at]:
                other = n - left[at]
                order[at], order[other] = order[other], order[at]
                yield tuple([pool[at] for at in order[:r]])
                break
            order.append(order.pop(at))
            left[at] = n - at
        else:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    _size(r)
    return _combinations(pool, r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    chosen = list(range(r))
    while True:
        yield tuple([pool[at] for at in chosen])
        for at in range(r - 1, -1, -1):
            if chosen[at] < n - r + at:
                break
        else:
            return
        first = chosen[at] + 1
        for place in range(at, r):
            chosen[place] = first
            first += 1


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    _size(r)
    return _combinations_with_replacement(pool, r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if r and not n:
        return
    chosen = [0] * r
    while True:
        yield tuple([pool[at] for at in chosen])
        for at in range(r - 1, -1, -1):
            if chosen[at] != n - 1:
                break
        else:
            return
        chosen[at:] = [chosen[at] + 1] * (r - at)


class groupby:
    def __init__(self, iterable, key=None):
        self._rest = iter(iterable)
        self._key = key
        self._current = self._value = self._target = _END
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        item = self._value = next(self._rest)
        self._current = item if self._key is None else self._key(item)

    def __next__(self):
        self._group = group = object()
        if self._current is _END:
            self._advance()
        else:
            while self._current == self._target:
                self._advance()
        self._target = self._current
        return self._current, self._items(group, self._current)

    def _items(self, group, key):
        while self._group is group and self._value is not _END and self._current == key:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                self._value = _END
                return


class _tee:
    # Each knows the place from which it goes on in a chain of cells, which ends with an empty one.
    def __init__(self, iterable):
        if isinstance(iterable, _tee):
            self._rest, self._cell = iterable._rest, iterable._cell
        else:
            self._rest, self._cell = iter(iterable), []

    def __iter__(self):
        return self

    def __next__(self):
        cell = self._cell
        if not cell:
            cell += next(self._rest), []
        self._cell = cell[1]
        return cell[0]

    def __copy__(self):
        return _tee(self)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    if not n:
        return ()
    first = _tee(iterable)
    return first, *[_tee(first) for _ in range(n - 1)]
