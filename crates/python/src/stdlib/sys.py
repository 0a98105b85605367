# What of sys is best said in Python: the hook for uncaught exceptions, and stdin, whose lines are those that `input` reads.

base_prefix = exec_prefix = base_exec_prefix = ''
orig_argv, warnoptions = ['python', *argv], []


def excepthook(exctype, value, traceback, /):
    from traceback import print_exception
    print_exception(exctype, value, traceback)


__excepthook__ = excepthook


def gettrace():
    return None


getprofile = gettrace


def setswitchinterval(interval, /):
    pass


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
