# The patterns of re, read into trees: a tree is a tuple, its kind comes first.

__name__ = 're'

_ASCII, _IGNORE, _LOCALE, _MULTI, _DOTALL, _UNICODE, _VERBOSE, _DEBUG = 256, 2, 4, 8, 16, 32, 64, 128
_MOST = 4294967295
_LETTERS = {'a': _ASCII, 'i': _IGNORE, 'L': _LOCALE, 'm': _MULTI, 's': _DOTALL, 'u': _UNICODE, 'x': _VERBOSE}


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg += f' (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


# Escapes: characters, classes (as bits), places.
_ESCAPES = {'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': 92}
_CLASSES = {'d': 1, 'D': 2, 'w': 4, 'W': 8, 's': 16, 'S': 32}
_PLACES = {'A': 0, 'b': 5, 'B': 6, 'Z': 4}
_HEX = {'x': 2, 'u': 4, 'U': 8}


class _Reader:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.is_text = isinstance(pattern, str)
        self.text = pattern if self.is_text else pattern.decode('latin-1')
        self.at, self.flags = 0, flags
        self.groups = 1
        self.names = {}
        self.open = set()
        self.widths = {}
        self.behind = 0

    def fail(self, message, back=0, at=None):
        raise PatternError(message, self.pattern, self.at - back if at is None else at)

    def next(self):
        c = self.text[self.at:self.at + 1]
        self.at += len(c)
        return c

    def takes(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def until(self, end, what):
        # A name up to its end.
        start = self.at
        found = self.text.find(end, start)
        name = self.text[start:] if found < 0 else self.text[start:found]
        if found < 0:
            self.at = len(self.text)
            if not name:
                self.fail(f'missing {what}')
            self.fail(f'missing {end}, unterminated name', at=start)
        if not name:
            self.at = found + 1
            self.fail(f'missing {what}', 1)
        self.at = found + 1
        return name

    def whole(self):
        tree = self.either(True)
        if self.at < len(self.text):
            self.fail('unbalanced parenthesis')
        return tree

    def either(self, first=False):
        branches = [self.branch(first)]
        while self.takes('|'):
            branches.append(self.branch(False))
        if len(branches) == 1:
            return branches[0]
        if all(len(branch) == 2 and branch[1][0] in ('char', 'set') and not branch[1][-1] for branch in branches):
            # One character out of several: a set.
            ranges, classes = [], 0
            for _, item in branches:
                if item[0] == 'char':
                    ranges += item[1], item[1]
                elif item[1] or item[2] != self.flags & _ASCII:
                    break
                else:
                    ranges += item[3]
                    classes |= item[4]
            else:
                return 'list', ('set', 0, self.flags & _ASCII, ranges, classes, 0)
        return 'either', branches

    def fold(self):
        if not self.flags & _IGNORE:
            return 0
        return 2 if self.flags & _ASCII or not self.is_text else 1

    def char(self, code):
        fold = self.fold()
        if fold:
            c = chr(code)
            low = c.lower()
            if len(low) == 1 and (fold == 1 or code < 128):
                code = ord(low)
            if c.upper() == c == low:
                fold = 0
        return 'char', code, fold

    def set(self, negated, ranges, classes):
        return 'set', negated, self.flags & _ASCII, ranges, classes, self.fold()

    def branch(self, first):
        items = ['list']
        text = self.text
        while self.at < len(text):
            start = self.at
            c = text[start]
            if c in '|)':
                break
            self.at += 1
            if self.flags & _VERBOSE:
                if c in ' \t\n\r\v\f':
                    continue
                if c == '#':
                    end = text.find('\n', self.at)
                    self.at = len(text) if end < 0 else end + 1
                    continue
            if c == '.':
                items.append(('all',) if self.flags & _DOTALL else ('any',))
            elif c == '^':
                items.append(('at', 1 if self.flags & _MULTI else 0, 0))
            elif c == '$':
                items.append(('at', 3 if self.flags & _MULTI else 2, 0))
            elif c == '[':
                items.append(self.bracket())
            elif c == '(':
                item = self.group(first and len(items) == 1)
                if item is not None:
                    items.append(item)
            elif c in '*+?{':
                self.repeat(c, items, start)
            elif c == '\\':
                items.append(self.escape())
            else:
                items.append(self.char(ord(c)))
        return tuple(items)

    def repeat(self, c, items, start):
        least, most = {'*': (0, _MOST), '+': (1, _MOST), '?': (0, 1)}.get(c, (0, 0))
        if c == '{':
            if self.takes('}'):
                items += self.char(123), self.char(125)
                return
            low, high = self.number(), None
            if self.takes(','):
                high = self.number()
            else:
                high = low
            if not self.takes('}'):
                self.at = start + 1
                items.append(self.char(123))
                return
            least = int(low) if low else 0
            most = int(high) if high else _MOST
            if least >= _MOST or high and most >= _MOST:
                raise OverflowError('the repetition number is too large')
            if most < least:
                self.fail('min repeat greater than max repeat', at=start + 1)
        if len(items) == 1 or items[-1][0] == 'at':
            self.fail('nothing to repeat', at=start)
        if items[-1][0] == 'repeat':
            self.fail('multiple repeat', at=start)
        # Greedy, lazy or possessive.
        kind = 1 if self.takes('?') else 2 if self.takes('+') else 0
        items[-1] = 'repeat', least, most, kind, items[-1]

    def number(self):
        start = self.at
        while self.text[self.at:self.at + 1] in tuple('0123456789'):
            self.at += 1
        return self.text[start:self.at]

    def code(self, c, start):
        # The character that \x.., \u...., \U........ or an octal number means; None for other escapes.
        size = _HEX.get(c, 0)
        if size and (self.is_text or c == 'x'):
            digits = self.text[self.at:self.at + size]
            length = 0
            while length < len(digits) and digits[length] in '0123456789abcdefABCDEF':
                length += 1
            self.at += length
            if length < size:
                self.fail(f'incomplete escape {self.text[start:self.at]}', at=start)
            code = int(digits, 16)
            if code > 0x10ffff:
                self.fail(f'bad escape {self.text[start:self.at]}', at=start)
            return code
        return _ESCAPES.get(c)

    def octal(self, start, most):
        end = self.at
        while end < len(self.text) and end - start - 1 < most and self.text[end] in '01234567':
            end += 1
        self.at = end
        code = int(self.text[start + 1:end], 8)
        if code > 0o377:
            self.fail(f'octal escape value {self.text[start:end]} outside of range 0-0o377', at=start)
        return code

    def escape(self):
        start = self.at - 1
        c = self.next()
        if not c:
            self.fail('bad escape (end of pattern)', at=start)
        if c in _CLASSES:
            return self.set(0, [], _CLASSES[c])
        if c in _PLACES:
            return 'at', _PLACES[c], self.flags & _ASCII
        code = self.code(c, start)
        if code is not None:
            return self.char(code)
        if c == '0':
            return self.char(self.octal(start, 3))
        if c in '123456789':
            text = self.text
            if text[self.at:self.at + 1] in tuple('0123456789'):
                second = self.next()
                if c in '0123' and second in '01234567' and text[self.at:self.at + 1] in tuple('01234567'):
                    return self.char(self.octal(start, 3))
            group = int(text[start + 1:self.at])
            if group >= self.groups:
                self.fail(f'invalid group reference {group}', at=start + 1)
            self.check_reference(group, start)
            return 'ref', group, self.fold()
        if c.isalpha() and c.isascii():
            self.fail(f'bad escape \\{c}', at=start)
        return self.char(ord(c))

    def check_reference(self, group, at):
        if group in self.open:
            self.fail('cannot refer to an open group', at=at)
        if self.behind and group not in self.widths:
            self.fail('cannot refer to group defined in the same lookbehind subpattern', at=at)

    def bracket(self):
        start = self.at - 1
        negated = int(self.takes('^'))
        ranges, classes = [], 0
        first = self.at
        while True:
            at = self.at
            c = self.next()
            if not c:
                self.fail('unterminated character set', at=start)
            if c == ']' and at != first:
                break
            low = self.member(c, at)
            if low < 0:
                classes |= -low
            if self.text.startswith('-', self.at):
                self.at += 1
                following = self.at
                c = self.next()
                if not c:
                    self.fail('unterminated character set', at=start)
                if c == ']':
                    if low >= 0:
                        ranges += low, low
                    ranges += 45, 45
                    break
                high = self.member(c, following)
                if low < 0 or high < 0 or high < low:
                    self.fail(f'bad character range {self.text[at:self.at]}', at=at)
                ranges += low, high
            elif low >= 0:
                ranges += low, low
        if len(ranges) == 2 and ranges[0] == ranges[1] and not negated and not classes:
            return self.char(ranges[0])
        return self.set(negated, ranges, classes)

    def member(self, c, start):
        # A character in a set, or a class as a negative number.
        if c != '\\':
            return ord(c)
        c = self.next()
        if not c:
            self.fail('bad escape (end of pattern)', at=start)
        if c in _CLASSES:
            return -_CLASSES[c]
        code = self.code(c, start)
        if code is not None:
            return code
        if c in '01234567':
            return self.octal(start, 3)
        if c.isascii() and c.isalnum():
            self.fail(f'bad escape \\{c}', at=start)
        return ord(c)

    def group(self, first):
        start = self.at - 1
        number = name = None
        flags = self.flags
        kind = 'group'
        if self.takes('?'):
            c = self.next()
            if not c:
                self.fail('unexpected end of pattern')
            if c == 'P':
                if self.takes('<'):
                    name = self.name(self.until('>', 'group name'), 1)
                elif self.takes('='):
                    name = self.until(')', 'group name')
                    self.name(name, 1)
                    if name not in self.names:
                        self.fail(f'unknown group name {name!r}', len(name) + 1)
                    self.check_reference(self.names[name], self.at - len(name) - 1)
                    return 'ref', self.names[name], self.fold()
                else:
                    c = self.next()
                    if not c:
                        self.fail('unexpected end of pattern')
                    self.fail('unknown extension ?P' + c, len(c) + 2)
            elif c == ':':
                kind = 'plain'
            elif c == '#':
                end = self.text.find(')', self.at)
                if end < 0:
                    self.fail('missing ), unterminated comment', at=start)
                self.at = end + 1
                return None
            elif c in '=!<':
                behind = c == '<'
                if behind:
                    c = self.next()
                    if not c:
                        self.fail('unexpected end of pattern')
                    if c not in '=!':
                        self.fail('unknown extension ?<' + c, len(c) + 2)
                known = self.behind
                if behind:
                    self.behind += 1
                tree = self.inside(start)
                self.behind = known
                before = 0
                if behind:
                    before, most = _width(tree, self.widths)
                    if before != most:
                        raise PatternError('look-behind requires fixed-width pattern')
                return 'look', int(c == '!'), before, tree
            elif c == '(':
                return self.conditional(start)
            elif c == '>':
                kind = 'atomic'
            elif c in _LETTERS or c == '-':
                change = self.inline(c, start, first)
                if change is None:
                    return None
                self.flags = change
                kind = 'plain'
            else:
                self.fail('unknown extension ?' + c, len(c) + 1)
        if kind == 'group':
            number = self.groups
            self.groups += 1
            if name is not None:
                if name in self.names:
                    self.fail(f'redefinition of group name {name!r} as group {number}; was group {self.names[name]}',
                              len(name) + 1)
                self.names[name] = number
            self.open.add(number)
        outer = self.flags
        tree = self.inside(start)
        self.flags = flags
        if number is not None:
            self.open.discard(number)
            self.widths[number] = _width(tree, self.widths)
            return 'group', number, tree
        return (kind, tree)

    def inside(self, start):
        flags = self.flags
        tree = self.either()
        self.flags = flags
        if not self.takes(')'):
            self.fail('missing ), unterminated subpattern', at=start)
        return tree

    def name(self, name, back):
        if not self.is_text and not name.isascii():
            self.fail(f'bad character in group name {name!r}', len(name) + back)
        if not name.isidentifier():
            self.fail(f'bad character in group name {name!r}', len(name) + back)
        return name

    def conditional(self, start):
        name = self.until(')', 'group name')
        if name.isidentifier():
            if name not in self.names:
                self.fail(f'unknown group name {name!r}', len(name) + 1)
            group = self.names[name]
        else:
            if not (name.isascii() and name.isdigit()):
                self.fail(f'bad character in group name {name!r}', len(name) + 1)
            group = int(name)
            if not group:
                self.fail('bad group number', len(name) + 1)
        at = self.at
        yes = self.branch(False)
        no = None
        if self.takes('|'):
            no = self.branch(False)
            if self.text.startswith('|', self.at):
                self.fail('conditional backref with more than two branches')
        if not self.takes(')'):
            self.fail('missing ), unterminated subpattern', at=start)
        if group >= self.groups:
            self.fail(f'invalid group reference {group}', at=start + 3)
        self.check_reference(group, at)
        return 'unless', group, yes, no

    def inline(self, c, start, first):
        # (?flags) for all that follows, at the very start; (?flags-flags:...) for what is inside.
        add = remove = 0
        while c in _LETTERS and c:
            if self.is_text and c == 'L':
                self.fail("bad inline flags: cannot use 'L' flag with a str pattern")
            if not self.is_text and c == 'u':
                self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern")
            add |= _LETTERS[c]
            if add & (_ASCII | _UNICODE | _LOCALE) not in (0, _ASCII, _UNICODE, _LOCALE):
                self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
            c = self.next()
            if not c:
                self.fail('missing -, : or )')
        if c == ')':
            if not first or start:
                self.fail('global flags not at the start of the expression', at=start)
            if add & _VERBOSE and not self.flags & _VERBOSE:
                self.flags |= add
                self.globals = self.flags
                return None
            self.flags |= add
            self.globals = self.flags
            return None
        if c == '-':
            c = self.next()
            if not c:
                self.fail('missing flag')
            if c not in _LETTERS:
                self.fail('unknown flag' if c.isalpha() else 'missing flag', len(c))
            while c in _LETTERS and c:
                if c in 'auL':
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                remove |= _LETTERS[c]
                c = self.next()
                if not c:
                    self.fail('missing :')
        if c != ':':
            missing = 'missing :' if remove else 'missing -, : or )'
            self.fail('unknown flag' if c.isalpha() else missing, len(c))
        if add & remove:
            self.fail('bad inline flags: flag turned on and off', 1)
        flags = self.flags
        if add & (_ASCII | _UNICODE):
            flags &= ~(_ASCII | _UNICODE)
        return (flags | add) & ~remove


def _width(tree, groups):
    # The least and the most characters that a tree matches.
    kind = tree[0]
    if kind in ('char', 'any', 'all', 'set'):
        return 1, 1
    if kind in ('at', 'look'):
        return 0, 0
    if kind == 'list':
        low = high = 0
        for item in tree[1:]:
            a, b = _width(item, groups)
            low += a
            high = min(high + b, _MOST)
        return low, high
    if kind == 'either':
        widths = [_width(branch, groups) for branch in tree[1]]
        return min(a for a, _ in widths), max(b for _, b in widths)
    if kind == 'repeat':
        a, b = _width(tree[4], groups)
        return min(a * tree[1], _MOST), min(b * tree[2], _MOST)
    if kind == 'ref':
        return groups.get(tree[1], (0, _MOST))
    if kind == 'unless':
        a, b = _width(tree[2], groups)
        c, d = (0, 0) if tree[3] is None else _width(tree[3], groups)
        return min(a, c), max(b, d)
    return _width(tree[-1], groups)
