class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        # Of each node how many before it are not done, and those after it.
        self._before, self._after = {}, {}
        self._ready = None
        self._passed, self._done = 0, 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _known(self, node):
        if node not in self._before:
            self._before[node], self._after[node] = 0, []

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._known(node)
        self._before[node] += len(predecessors)
        for predecessor in predecessors:
            self._known(predecessor)
            self._after[predecessor].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node for node, count in self._before.items() if not count]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready = tuple(self._ready)
        for node in ready:
            self._before[node] = -1
        self._ready.clear()
        self._passed += len(ready)
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._done < self._passed or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            if node not in self._before:
                raise ValueError(f'node {node!r} was not added using add()')
            count = self._before[node]
            if count != -1:
                if count >= 0:
                    raise ValueError(f'node {node!r} was not passed out (still not ready)')
                raise ValueError(f'node {node!r} was already marked done')
            self._before[node] = -2
            self._done += 1
            for after in self._after[node]:
                self._before[after] -= 1
                if not self._before[after]:
                    self._ready.append(after)

    def _find_cycle(self):
        stack, rest, seen, places = [], [], set(), {}
        for node in self._after:
            if node in seen:
                continue
            while True:
                if node in seen:
                    if node in places:
                        return stack[places[node]:] + [node]
                else:
                    seen.add(node)
                    rest.append(iter(self._after[node]))
                    places[node] = len(stack)
                    stack.append(node)
                while stack:
                    try:
                        node = next(rest[-1])
                        break
                    except StopIteration:
                        del places[stack.pop()]
                        rest.pop()
                else:
                    break
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
