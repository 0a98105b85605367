# sys.stdin: the lines that `input` reads.


class TextIOWrapper:
    name, encoding, closed = '<stdin>', 'utf-8', False

    def readline(self, size=-1, /):
        try:
            return input() + '\n'
        except EOFError:
            return ''

    def __iter__(self):
        while line := self.readline():
            yield line

    def readlines(self, hint=-1, /):
        return [*self]

    def read(self, size=-1, /):
        return ''.join(self)

    def isatty(self):
        return False

    def fileno(self):
        return 0

    def readable(self):
        return True

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"


TextIOWrapper.__module__ = '_io'
stdin = __stdin__ = TextIOWrapper()
del TextIOWrapper
