class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


JSONDecodeError.__module__ = 'json.decoder'


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self._plain = not (object_hook or parse_float or parse_int or parse_constant or object_pairs_hook)

    def decode(self, s):
        value, end = self.raw_decode(s, len(s) - len(s.lstrip(' \t\n\r')))
        if s[end:].strip(' \t\n\r'):
            raise JSONDecodeError('Extra data', s, len(s) - len(s[end:].lstrip(' \t\n\r')))
        return value

    def raw_decode(self, s, idx=0):
        value, end, *mistake = _read(s, idx, self.strict, not self._plain)
        if mistake:
            raise JSONDecodeError(value, s, end)
        return value if self._plain else self._hooked(value), end

    def _hooked(self, value):
        kind = type(value)
        if kind is list:
            return [self._hooked(item) for item in value]
        if kind is tuple:
            pairs = [(key, self._hooked(item)) for key, item in value]
            if self.object_pairs_hook is not None:
                return self.object_pairs_hook(pairs)
            made = dict(pairs)
            return made if self.object_hook is None else self.object_hook(made)
        if kind is bytes:
            text = value.decode()
            if text.endswith(('N', 'y')):
                return self.parse_constant(text)
            if text.lstrip('-').isdigit():
                return self.parse_int(text)
            return self.parse_float(text)
        return value


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        parts = []
        indent = self.indent
        _Writer(self, parts, ' ' * indent if isinstance(indent, int) else indent).write(o, '\n')
        return iter(parts)


class _Writer:
    def __init__(self, options, parts, indent):
        self.options, self.put, self.indent = options, parts.append, indent
        self.ascii = bool(options.ensure_ascii)
        self.open = set()

    def number(self, value):
        if value != value:
            text = 'NaN'
        elif value in (float('inf'), float('-inf')):
            text = 'Infinity' if value > 0 else '-Infinity'
        else:
            return float.__repr__(value)
        if not self.options.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
        return text

    def write(self, value, line):
        # `line` is a new line with the indentation of what is around.
        kind = type(value)
        if kind is str or isinstance(value, str):
            self.put(_quote(value, self.ascii))
        elif value is None:
            self.put('null')
        elif value is True:
            self.put('true')
        elif value is False:
            self.put('false')
        elif kind is int or isinstance(value, int):
            self.put(int.__repr__(value))
        elif kind is float or isinstance(value, float):
            self.put(self.number(value))
        else:
            key = id(value)
            if self.options.check_circular:
                if key in self.open:
                    raise ValueError('Circular reference detected')
                self.open.add(key)
            if isinstance(value, (list, tuple)):
                self.array(value, line)
            elif isinstance(value, dict):
                self.object(value, line)
            else:
                self.write(self.options.default(value), line)
            self.open.discard(key)

    def array(self, items, line):
        if not items:
            self.put('[]')
            return
        comma = self.options.item_separator
        opening = '['
        inner = line
        if self.indent is not None:
            inner = line + self.indent
            opening, comma = '[' + inner, comma + inner
        for item in items:
            self.put(opening)
            opening = comma
            self.write(item, inner)
        self.put(']' if self.indent is None else line + ']')

    def object(self, mapping, line):
        if not mapping:
            self.put('{}')
            return
        comma = self.options.item_separator
        colon = self.options.key_separator
        opening = '{'
        inner = line
        if self.indent is not None:
            inner = line + self.indent
            opening, comma = '{' + inner, comma + inner
        empty = True
        items = mapping.items()
        for key, value in sorted(items) if self.options.sort_keys else items:
            if isinstance(key, str):
                pass
            elif isinstance(key, float):
                key = self.number(key)
            elif key is None or key is True or key is False:
                key = 'null' if key is None else 'true' if key else 'false'
            elif isinstance(key, int):
                key = int.__repr__(key)
            elif self.options.skipkeys:
                continue
            else:
                raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')
            self.put(opening)
            opening, empty = comma, False
            self.put(_quote(key, self.ascii) + colon)
            self.write(value, inner)
        if empty:
            self.put('{}')
        else:
            self.put('}' if self.indent is None else line + '}')


for _class in (JSONEncoder, JSONDecoder):
    _class.__module__ = 'json.' + _class.__name__[4:].lower()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
        separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


def loads(s, *, cls=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, (bytes,)):
        s = s.decode('utf-8')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
    kw = {name: value for name, value in kw.items() if value is not None}
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
