# Patterns are read into trees, trees are turned into the instructions of re.rs, and what it finds is shown as matches.

from _re_reader import (
    _ASCII, _DEBUG, _DOTALL, _ESCAPES, _IGNORE, _LOCALE, _MOST, _MULTI, _UNICODE, _VERBOSE, PatternError, _Reader)
from _re_writer import _Writer


class RegexFlag(int):
    _names = {256: 'ASCII', 128: 'DEBUG', 2: 'IGNORECASE', 4: 'LOCALE', 8: 'MULTILINE', 16: 'DOTALL', 32: 'UNICODE',
              64: 'VERBOSE'}

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    def __invert__(self):
        return RegexFlag(~int(self) & 510)

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return '|'.join([self._names[bit] for bit in sorted(self._names) if self & bit]) or 'NOFLAG'

    def __repr__(self):
        return '|'.join(['re.' + self._names[bit] for bit in sorted(self._names) if int(self) & bit]) or 're.NOFLAG'

    __str__ = __repr__


A = ASCII = RegexFlag(_ASCII)
I = IGNORECASE = RegexFlag(_IGNORE)
L = LOCALE = RegexFlag(_LOCALE)
M = MULTILINE = RegexFlag(_MULTI)
S = DOTALL = RegexFlag(_DOTALL)
U = UNICODE = RegexFlag(_UNICODE)
X = VERBOSE = RegexFlag(_VERBOSE)
DEBUG = RegexFlag(_DEBUG)
NOFLAG = RegexFlag(0)
error = PatternError


class Pattern:
    __slots__ = ('pattern', 'flags', 'groups', 'groupindex', '_run')
    __class_getitem__ = classmethod(type(list[int]))

    def _search(self, string, pos, endpos, mode, advance=False):
        if isinstance(self.pattern, str) != isinstance(string, str) and isinstance(string, (str, bytes)):
            one, other = ('string', 'bytes') if isinstance(self.pattern, str) else ('bytes', 'string')
            raise TypeError(f'cannot use a {one} pattern on a {other}-like object')
        found = self._run(string, pos, endpos, mode, advance)
        while found is not None and type(found) is not tuple:
            found = found.go_on()
        return found

    def _match(self, string, pos, endpos, mode):
        found = self._search(string, pos, endpos, mode)
        return None if found is None else _matched(self, string, pos, endpos, found)

    def match(self, string, pos=0, endpos=_MOST):
        return self._match(string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=_MOST):
        return self._match(string, pos, endpos, 1)

    def search(self, string, pos=0, endpos=_MOST):
        return self._match(string, pos, endpos, 2)

    def _spans(self, string, pos, endpos):
        at, advance = pos, False
        while True:
            found = self._search(string, at, endpos, 2, advance)
            if found is None:
                return
            yield found
            at = found[1]
            advance = at == found[0]

    def finditer(self, string, pos=0, endpos=_MOST):
        return (_matched(self, string, pos, endpos, found) for found in self._spans(string, pos, endpos))

    def findall(self, string, pos=0, endpos=_MOST):
        if not self.groups:
            return [string[found[0]:found[1]] for found in self._spans(string, pos, endpos)]
        empty = string[:0]
        if self.groups == 1:
            return [string[found[2]:found[3]] if found[2] >= 0 else empty
                    for found in self._spans(string, pos, endpos)]
        places = range(2, self.groups * 2 + 2, 2)
        return [tuple([string[found[at]:found[at + 1]] if found[at] >= 0 else empty for at in places])
                for found in self._spans(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        parts, last = [], 0
        for count, found in enumerate(self._spans(string, 0, _MOST)):
            if maxsplit and count >= maxsplit or maxsplit < 0:
                break
            parts.append(string[last:found[0]])
            for at in range(2, self.groups * 2 + 2, 2):
                parts.append(string[found[at]:found[at + 1]] if found[at] >= 0 else None)
            last = found[1]
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        if callable(repl):
            make = repl
        else:
            parts = _template(self, repl)
            make = None if len(parts) == 1 and not isinstance(parts[0], int) else lambda match: match._fill(parts)
            if make is None:
                plain = parts[0]
        pieces, last, made = [], 0, 0
        for found in self._spans(string, 0, _MOST):
            if count and made >= count:
                break
            pieces.append(string[last:found[0]])
            pieces.append(plain if make is None else make(_matched(self, string, 0, _MOST, found)))
            last = found[1]
            made += 1
        pieces.append(string[last:])
        return string[:0].join(pieces), made

    def scanner(self, string, pos=0, endpos=_MOST):
        return _Scanner(self, string, pos, endpos)

    def __repr__(self):
        shown = repr(self.pattern)
        flags = self.flags & ~_UNICODE if isinstance(self.pattern, str) else self.flags
        flags = f', {RegexFlag(flags)!r}' if flags else ''
        return f're.compile({shown[:200]}{flags})'

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._rest = string, endpos
        self._at, self._advance, self._pos = pos, False, pos

    def _next(self, mode):
        string, endpos = self._rest
        found = None if self._at is None else self.pattern._search(string, self._at, endpos, mode, self._advance)
        if found is None:
            self._at = None
            return None
        self._at = found[1]
        self._advance = found[0] == found[1]
        return _matched(self.pattern, string, self._pos, endpos, found)

    def match(self):
        return self._next(0)

    def search(self):
        return self._next(2)


def _matched(pattern, string, pos, endpos, found):
    match = Match.__new__(Match)
    match.re, match.string = pattern, string
    match._found, match.pos, match._end = found, pos, endpos
    return match


class Match:
    __slots__ = ('re', 'string', 'pos', '_end', '_found')
    __class_getitem__ = classmethod(type(list[int]))

    @property
    def endpos(self):
        return min(self._end, len(self.string))

    def _index(self, group):
        if isinstance(group, str):
            number = self.re.groupindex.get(group)
        else:
            number = group.__index__() if hasattr(group, '__index__') else None
        if number is None or not 0 <= number <= self.re.groups:
            raise IndexError('no such group')
        return number * 2

    def _part(self, at, default=None):
        start = self._found[at]
        return default if start < 0 else self.string[start:self._found[at + 1]]

    def group(self, *groups):
        if not groups:
            return self._part(0)
        if len(groups) == 1:
            return self._part(self._index(groups[0]))
        return tuple([self._part(self._index(group)) for group in groups])

    def __getitem__(self, group):
        return self._part(self._index(group))

    def groups(self, default=None):
        return tuple([self._part(at, default) for at in range(2, self.re.groups * 2 + 2, 2)])

    def groupdict(self, default=None):
        return {name: self._part(number * 2, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0):
        return self._found[self._index(group)]

    def end(self, group=0):
        return self._found[self._index(group) + 1]

    def span(self, group=0):
        at = self._index(group)
        return self._found[at], self._found[at + 1]

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        last = self._found[-1]
        return None if last < 0 else last

    @property
    def lastgroup(self):
        last = self._found[-1]
        for name, number in self.re.groupindex.items():
            if number == last:
                return name
        return None

    def _fill(self, parts):
        empty = self.string[:0]
        return empty.join([self._part(part * 2, empty) if isinstance(part, int) else part for part in parts])

    def expand(self, template):
        return self._fill(_template(self.re, template))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f'<re.Match object; span={self.span()}, match={self.group()!r:.50}>'


def _template(pattern, repl):
    # Literal pieces and numbers of groups.
    if not isinstance(repl, (str, bytes)):
        raise TypeError(f'decoding to str: need a bytes-like object, {type(repl).__name__} found')
    is_text = isinstance(repl, str)
    text = repl if is_text else repl.decode('latin-1')
    if '\\' not in text:
        return [repl]
    parts, literal, at = [], [], 0

    def group(number, place):
        if number > pattern.groups:
            raise PatternError(f'invalid group reference {number}', repl, place)
        if literal:
            parts.append(''.join(literal))
            literal.clear()
        parts.append(number)

    while at < len(text):
        start = at
        c = text[at]
        at += 1
        if c != '\\':
            literal.append(c)
            continue
        c = text[at:at + 1]
        at += 1
        if not c:
            raise PatternError('bad escape (end of pattern)', repl, start)
        if c == 'g':
            if text[at:at + 1] != '<':
                raise PatternError('missing <', repl, at)
            end = text.find('>', at)
            name = text[at + 1:end] if end >= 0 else text[at + 1:]
            if not name:
                raise PatternError('missing group name', repl, at + 1)
            if end < 0:
                raise PatternError('missing >, unterminated name', repl, at + 1)
            if name.isidentifier():
                if name not in pattern.groupindex:
                    raise IndexError(f'unknown group name {name!r}')
                number = pattern.groupindex[name]
            elif name.isascii() and name.isdigit():
                number = int(name)
            else:
                raise PatternError(f'bad character in group name {name!r}', repl, at + 1)
            group(number, at + 1)
            at = end + 1
        elif c == '0':
            while at - start < 4 and text[at:at + 1] in tuple('01234567'):
                at += 1
            literal.append(chr(int(text[start + 1:at], 8) & 255))
        elif c.isdigit():
            if text[at:at + 1] in tuple('0123456789'):
                if c in '01234567' and text[at] in '01234567' and text[at + 1:at + 2] in tuple('01234567'):
                    code = int(text[start + 1:at + 2], 8)
                    at += 2
                    if code > 0o377:
                        raise PatternError(
                            f'octal escape value {text[start:at]} outside of range 0-0o377', repl, start)
                    literal.append(chr(code))
                    continue
                at += 1
            group(int(text[start + 1:at]), start + 1)
        elif c in _ESCAPES:
            literal.append(chr(_ESCAPES[c]))
        elif c.isascii() and c.isalpha():
            raise PatternError(f'bad escape \\{c}', repl, start)
        else:
            literal.append('\\' + c)
    if literal or not parts:
        parts.append(''.join(literal))
    if not is_text:
        parts = [part if isinstance(part, int) else part.encode('latin-1') for part in parts]
    return parts


_known = {}


def _compile(pattern, flags):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    flags = int(flags)
    key = type(pattern), pattern, flags
    compiled = _known.get(key)
    if compiled is not None:
        return compiled
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    if isinstance(pattern, str):
        if flags & _LOCALE:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if flags & _ASCII and flags & _UNICODE:
            raise ValueError('ASCII and UNICODE flags are incompatible')
    elif flags & _UNICODE:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')
    inner = flags if isinstance(pattern, str) else flags | _ASCII
    reader = _Reader(pattern, inner)
    reader.globals = inner
    tree = reader.whole()
    writer = _Writer()
    writer.write(tree)
    writer.emit(0)
    flags |= reader.globals if isinstance(pattern, str) else reader.globals & ~_ASCII
    compiled = Pattern.__new__(Pattern)
    compiled.pattern = pattern
    compiled.flags = flags | _UNICODE if isinstance(pattern, str) and not flags & _ASCII else flags
    compiled.groups = reader.groups - 1
    compiled.groupindex = reader.names
    compiled._run = _program(writer.code, writer.sets, reader.groups * 2 + 1, writer.counters).run
    if len(_known) > 500:
        _known.clear()
    _known[key] = compiled
    return compiled


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    text = pattern if isinstance(pattern, str) else pattern.decode('latin-1')
    text = ''.join(['\\' + c if c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f' else c for c in text])
    return text if isinstance(pattern, str) else text.encode('latin-1')


def purge():
    _known.clear()
