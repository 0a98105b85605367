import sys

print(sys.stdout.write('to stdout\n'), sys.stderr.write('to stderr\n'))
sys.stdout.writelines(['a\n', 'b\n'])
sys.stdout.flush()
print('error', file=sys.stderr, flush=True)
print(sys.stdout.name, sys.stderr.name, sys.stdout.encoding, sys.stdout is sys.__stdout__, sys.stdout.isatty())


class Loud:
    def write(self, text):
        sys.__stdout__.write(text.upper())

    def flush(self):
        pass


sys.stdout = Loud()
print('shouted')
sys.stdout = sys.__stdout__
print('said')
try:
    sys.stdout.write(3)
except TypeError as error:
    print(error)
