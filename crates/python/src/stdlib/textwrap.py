_SPACE = '\t\n\x0b\x0c\r '


def _is_letter(text, at):
    return 0 <= at < len(text) and (text[at].isalpha() or text[at] == '_' or text[at].isalnum() and not text[at].isdecimal())


def _in_word(text, at):
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] in '_!"\'&.,?')


def _dash_end(text, at):
    # Where a dash of two or more hyphens before a word ends that begins there; 0 if there is none.
    end = at
    while end < len(text) and text[end] == '-':
        end += 1
    if end - at >= 2 and end < len(text) and (text[end].isalnum() or text[end] == '_'):
        return end
    return 0


def _chunks(text, at_hyphens):
    # Runs of white space, words, and with hyphens allowed, parts of words and dashes.
    at, size = 0, len(text)
    while at < size:
        start = at
        if text[at] in _SPACE:
            while at < size and text[at] in _SPACE:
                at += 1
        elif not at_hyphens:
            while at < size and text[at] not in _SPACE:
                at += 1
        elif _in_word(text, at - 1) and _dash_end(text, at):
            at = _dash_end(text, at)
        else:
            at += 1
            while at < size and text[at] not in _SPACE:
                if text[at] == '-':
                    letters = _is_letter(text, at - 1) and (
                        _is_letter(text, at - 2) or text[at - 2:at - 1] == '-' and _is_letter(text, at - 3))
                    follows = at + 1 + (text[at + 2:at + 3] == '-')
                    if letters and _is_letter(text, at + 1) and _is_letter(text, follows + 1):
                        at += 1
                        break
                    if _in_word(text, at - 1) and _dash_end(text, at):
                        break
                at += 1
        yield text[start:at]


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(space): ' ' for space in _SPACE})
        chunks = list(_chunks(text, self.break_on_hyphens))
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                word = chunks[at].rstrip('"\'') if chunks[at][-2:-1] in tuple('.!?') else chunks[at]
                if chunks[at + 1] == ' ' and word[-1:] in tuple('.!?') and 'a' <= word[-2:-1] <= 'z':
                    chunks[at + 1] = '  '
        return self._lines(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and not chunks[-1].strip() and lines:
                chunks.pop()
            line, used = [], 0
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long_word(chunks, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            rest = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest and used <= width:
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and used + len(self.placeholder) <= width:
                    lines.append(indent + ''.join(line) + self.placeholder)
                    break
                used -= len(line.pop())
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _long_word(self, chunks, line, used, width):
        room = 1 if width < 1 else width - used
        if self.break_long_words:
            end, chunk = room, chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind('-', 0, room)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = text.split('\n')
    margin = None
    for at, line in enumerate(lines):
        if not line.strip(' \t\x0b\x0c\r'):
            lines[at] = ''
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        else:
            while not indent.startswith(margin):
                margin = margin[:-1]
    if margin:
        lines = [line.removeprefix(margin) for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    lines = []
    for line in text.splitlines(True):
        if line.strip() if predicate is None else predicate(line):
            line = prefix + line
        lines.append(line)
    return ''.join(lines)
