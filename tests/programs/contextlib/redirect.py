import sys
from contextlib import redirect_stderr, redirect_stdout


class Lines:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


out, err = Lines(), Lines()
with redirect_stdout(out) as target, redirect_stderr(err):
    print('hidden', 1)
    sys.stdout.write('direct\n')
    print('error', file=sys.stderr)
    print(target is out, file=sys.__stdout__)
print(out.parts, err.parts)
with redirect_stdout(sys.stderr):
    print('to stderr')
with redirect_stdout(None):
    print('nowhere')
print('back')
