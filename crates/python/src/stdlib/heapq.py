# What sifts is native.


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


class _Entry:
    __slots__ = ('key', 'order', 'item', 'rest')


class _Smaller(_Entry):
    def __lt__(self, other):
        if self.key < other.key:
            return True
        return not other.key < self.key and self.order < other.order


class _Larger(_Entry):
    def __lt__(self, other):
        if other.key < self.key:
            return True
        return not self.key < other.key and self.order < other.order


def merge(*iterables, key=None, reverse=False):
    heap = []
    kind = _Larger if reverse else _Smaller
    for order, iterable in enumerate(iterables):
        entry = kind()
        entry.order, entry.rest = order, iter(iterable)
        if _advance(entry, key):
            heap.append(entry)
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry.item
        if len(heap) == 1:
            yield from entry.rest
            return
        if _advance(entry, key):
            heapreplace(heap, entry)
        else:
            heappop(heap)


def _advance(entry, key):
    try:
        item = entry.item = next(entry.rest)
    except StopIteration:
        return False
    entry.key = item if key is None else key(item)
    return True
