def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, {}, 0)


def isreadable(object):
    return '<' not in saferepr(object)


def isrecursive(object):
    return '<Recursion on ' in saferepr(object)


def _key(value):
    return str(type(value)), id(value)


def _sorted(items):
    try:
        return sorted(items)
    except TypeError:
        return sorted(items, key=_key)


def _sorted_items(items):
    try:
        return sorted(items, key=lambda item: item[0])
    except TypeError:
        return sorted(items, key=lambda item: (str(type(item[0])), id(item[0])))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth, self._stream = int(indent), int(width), depth, stream
        self._compact, self._sort, self._underscores = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        text = self.pformat(object)
        if self._stream is None:
            print(text)
        else:
            self._stream.write(text + '\n')

    def pformat(self, object):
        out = []
        self._format(object, out.append, 0, 0, {}, 0)
        return ''.join(out)

    def format(self, object, context, maxlevels, level):
        return self._safe(object, context, maxlevels, level), True, False

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, put, indent, allowance, context, level):
        key = id(object)
        if key in context:
            put(f'<Recursion on {type(object).__name__} with id={key}>')
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            show = self._shower(object)
            if show is not None:
                context[key] = 1
                show(object, put, indent, allowance, context, level + 1)
                del context[key]
                return
        put(text)

    def _shower(self, object):
        cls = type(object)
        method = cls.__repr__
        if isinstance(object, dict) and method is dict.__repr__:
            return self._dict
        if cls.__name__ in ('OrderedDict', 'defaultdict', 'Counter') and cls.__module__ == 'collections':
            return self._named_dict
        if isinstance(object, list) and method is list.__repr__:
            return lambda o, put, *rest: self._bracketed(o, '[', ']', put, *rest)
        if isinstance(object, tuple) and method is tuple.__repr__:
            return lambda o, put, *rest: self._bracketed(o, '(', ',)' if len(o) == 1 else ')', put, *rest)
        if isinstance(object, (set, frozenset)) and method in (set.__repr__, frozenset.__repr__):
            return self._set
        if isinstance(object, str) and method is str.__repr__:
            return self._str
        if cls.__name__ == 'deque' and cls.__module__ == 'collections':
            return self._deque
        if cls.__name__ == 'SimpleNamespace':
            return self._namespace
        if hasattr(cls, '__dataclass_fields__') and getattr(cls, '__dataclass_params__').repr \
                and '__create_fn__' in getattr(method, '__qualname__', '') or hasattr(method, '__wrapped__') \
                and hasattr(cls, '__dataclass_fields__'):
            return self._dataclass
        return None

    def _dict(self, object, put, indent, allowance, context, level):
        put('{')
        if self._indent > 1:
            put((self._indent - 1) * ' ')
        if object:
            items = _sorted_items(object.items()) if self._sort else list(object.items())
            indent += self._indent
            comma = ',\n' + ' ' * indent
            for at, (key, value) in enumerate(items):
                text = self._repr(key, context, level)
                put(text + ': ')
                last = at == len(items) - 1
                self._format(value, put, indent + len(text) + 2, allowance + 1 if last else 1, context, level)
                if not last:
                    put(comma)
        put('}')

    def _named_dict(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        if not object and name != 'defaultdict':
            put(repr(object))
            return
        put(name + '(')
        indent += len(name) + 1
        if name == 'OrderedDict':
            self._format(list(object.items()), put, indent, allowance + 1, context, level)
            put(')')
            return
        if name == 'defaultdict':
            factory = self._repr(object.default_factory, context, level)
            put(f'{factory},\n{" " * indent}')
            self._dict(object, put, indent, allowance + 1, context, level)
        else:
            items = PrettyPrinter(self._indent, self._width, self._depth, compact=self._compact, sort_dicts=False)
            put('{')
            if self._indent > 1:
                put((self._indent - 1) * ' ')
            items._items(object.most_common(), put, indent, allowance + 2, context, level)
            put('}')
        put(')')

    def _items(self, items, put, indent, allowance, context, level):
        indent += self._indent
        for at, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            put(text + ': ')
            last = at == len(items) - 1
            self._format(value, put, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                put(',\n' + ' ' * indent)

    def _bracketed(self, items, open, close, put, indent, allowance, context, level):
        put(open)
        if self._indent > 1:
            put((self._indent - 1) * ' ')
        indent += self._indent
        allowance += len(close)
        comma = ',\n' + ' ' * indent
        width = left = self._width - indent + 1
        items = list(items)
        separator = ''
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                left -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if left < size:
                    left = width
                    if separator:
                        separator = comma
                if left >= size:
                    left -= size
                    put(separator + text)
                    separator = ', '
                    continue
            put(separator)
            separator = comma
            self._format(item, put, indent, allowance if last else 1, context, level)
        put(close)

    def _set(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        name = type(object).__name__
        if type(object) is set:
            open, close = '{', '}'
        else:
            open, close = name + '({', '})'
            indent += len(name) + 1
        put(open)
        self._bracketed(_sorted(object), '', close, put, indent, allowance, context, level)

    def _deque(self, object, put, indent, allowance, context, level):
        put('deque(')
        indent += 6
        if object.maxlen is None:
            self._bracketed(object, '[', ']', put, indent, allowance + 1, context, level)
            put(')')
        else:
            self._bracketed(object, '[', ']', put, indent, 2, context, level)
            put(f',\n{" " * indent}maxlen={self._repr(object.maxlen, context, level)})')

    def _fields(self, name, items, put, indent, allowance, context, level):
        indent += len(name) + 1
        put(name + '(')
        for at, (key, value) in enumerate(items):
            last = at == len(items) - 1
            put(key + '=')
            if id(value) in context:
                put('...')
            else:
                self._format(value, put, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                put(',\n' + ' ' * indent)
        put(')')

    def _namespace(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        name = 'namespace' if name == 'SimpleNamespace' else name
        self._fields(name, list(object.__dict__.items()), put, indent, allowance, context, level)

    def _dataclass(self, object, put, indent, allowance, context, level):
        items = [(field.name, getattr(object, field.name)) for field in type(object).__dataclass_fields__.values()
                 if field.repr]
        self._fields(type(object).__name__, items, put, indent, allowance, context, level)

    def _str(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = width = self._width - indent
        text = ''
        for at, line in enumerate(lines):
            text = repr(line)
            if at == len(lines) - 1:
                width -= allowance
            if len(text) <= width:
                chunks.append(text)
                continue
            current = ''
            parts = _words(line)
            for place, part in enumerate(parts):
                candidate = current + part
                room = most
                if place == len(parts) - 1 and at == len(lines) - 1:
                    room -= allowance
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            put(text)
            return
        if level == 1:
            put('(')
        put(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            put(')')

    def _safe(self, object, context, maxlevels, level):
        cls = type(object)
        if self._underscores and issubclass(cls, int) and cls.__repr__ is int.__repr__:
            return f'{object:_d}'
        method = cls.__repr__
        if issubclass(cls, dict) and method is dict.__repr__:
            if not object:
                return '{}'
            if maxlevels and level >= maxlevels:
                return '{...}'
            kind, open, close = 'dict', '{', '}'
        elif issubclass(cls, list) and method is list.__repr__:
            if not object:
                return '[]'
            kind, open, close = 'list', '[', ']'
        elif issubclass(cls, tuple) and method is tuple.__repr__:
            if not object:
                return '()'
            kind, open, close = 'tuple', '(', ',)' if len(object) == 1 else ')'
        else:
            return repr(object)
        if maxlevels and level >= maxlevels:
            return open + '...' + close
        key = id(object)
        if key in context:
            return f'<Recursion on {cls.__name__} with id={key}>'
        context[key] = 1
        level += 1
        parts = []
        if kind == 'dict':
            items = _sorted_items(object.items()) if self._sort else object.items()
            for name, value in items:
                parts.append(f'{self.format(name, context, maxlevels, level)[0]}: '
                             f'{self.format(value, context, maxlevels, level)[0]}')
        else:
            parts = [self.format(item, context, maxlevels, level)[0] for item in object]
        del context[key]
        return open + ', '.join(parts) + close


def _words(line):
    # Words with the white space after them.
    parts, at, size = [], 0, len(line)
    while at < size:
        start = at
        while at < size and not line[at].isspace():
            at += 1
        while at < size and line[at].isspace():
            at += 1
        parts.append(line[start:at])
    return parts
