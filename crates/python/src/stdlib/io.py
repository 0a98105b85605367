# Files in memory.

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *error):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def isatty(self):
        return False

    def readable(self):
        return True

    writable = seekable = readable

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class _Memory:
    # What texts and bytes have in common. What is appended is joined when it is asked for.
    def __init__(self, initial):
        self._parts = [initial]
        self._pos, self._size = 0, len(initial)

    def _whole(self):
        if len(self._parts) != 1:
            self._parts = [self._empty.join(self._parts)]
        return self._parts[0]

    def getvalue(self):
        self._check()
        return self._whole()

    def read(self, size=-1, /):
        self._check()
        start = self._pos
        end = self._size if size is None or size < 0 else min(start + size, self._size)
        self._pos = max(end, start)
        return self._whole()[start:end]

    def readline(self, size=-1, /):
        self._check()
        data, start = self._whole(), self._pos
        end = data.find(self._newline, start) + 1 or len(data)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._pos = max(end, start)
        return data[start:end]

    def _put(self, data):
        size = len(data)
        if self._pos == self._size:
            self._parts.append(data)
        else:
            whole, at = self._whole(), self._pos
            if at > self._size:
                whole += self._filler * (at - self._size)
            self._parts = [whole[:at] + data + whole[at + size:]]
        self._pos += size
        self._size = max(self._size, self._pos)
        return size

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._pos
        if size < 0:
            raise ValueError(f'negative size value {size}')
        self._parts = [self._whole()[:size]]
        self._size = len(self._parts[0])
        return size


class StringIO(_Memory, TextIOBase):
    __module__ = '_io'
    __tp_name__ = '_io.StringIO'
    _empty, _newline, _filler = '', '\n', '\0'
    encoding = errors = None

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._translate = newline is None
        super().__init__(self._clean(initial_value or ''))

    def _clean(self, text):
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._translate else text

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._put(self._clean(s))
        return len(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if pos < 0 and whence == 0:
            raise ValueError(f'Negative seek position {pos}')
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._pos = pos if whence == 0 else self._pos if whence == 1 else self._size
        return self._pos


class BytesIO(_Memory, BufferedIOBase):
    __module__ = '_io'
    __tp_name__ = '_io.BytesIO'
    _empty, _newline, _filler = b'', b'\n', b'\0'

    def __init__(self, initial_bytes=b''):
        if initial_bytes is not None and not hasattr(initial_bytes, 'decode'):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        super().__init__(bytes(initial_bytes or b''))

    read1 = _Memory.read

    def write(self, b, /):
        self._check()
        if not hasattr(b, 'decode'):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        return self._put(bytes(b))

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if pos < 0 and whence == 0:
            raise ValueError(f'negative seek value {pos}')
        self._pos = max((0, self._pos, self._size)[whence] + pos, 0)
        return self._pos


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer, self.encoding, self.errors = buffer, encoding or 'utf-8', errors or 'strict'

    def write(self, s, /):
        self.buffer.write(s.encode(self.encoding, self.errors))
        return len(s)

    def read(self, size=-1, /):
        return self.buffer.read(size).decode(self.encoding, self.errors)

    def readline(self, size=-1, /):
        return self.buffer.readline(size).decode(self.encoding, self.errors)

    def seek(self, pos, whence=0, /):
        return self.buffer.seek(pos, whence)

    def tell(self):
        return self.buffer.tell()


def open(file, *args, **kwargs):
    import builtins
    return builtins.open(file, *args, **kwargs)
