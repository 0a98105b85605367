# A file in memory.
import io
import sys
from contextlib import redirect_stdout

f = io.StringIO('one\ntwo\nthree')
print(f.readline(), f.read(2), f.tell(), f.readlines(), f.read(), f.seek(0), list(f))
out = io.StringIO()
print('a', 1, sep=',', file=out)
out.write('more\n')
out.writelines(['x', 'y'])
print(repr(out.getvalue()), out.tell(), out.seek(2), out.write('Z'), repr(out.getvalue()), out.truncate(4), repr(out.getvalue()))
with redirect_stdout(io.StringIO()) as caught:
    print('caught')
print(repr(caught.getvalue()))
b = io.BytesIO(b'ab\ncd')
print(b.readline(), b.read(), b.getvalue(), b.seek(-1, 2), b.read(1))
for call in [lambda: out.write(1), lambda: b.write('x'), lambda: io.StringIO(1), lambda: out.seek(-1), lambda: f.fileno()]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
with io.StringIO('z') as g:
    print(g.read(), g.closed)
try:
    g.read()
except ValueError as error:
    print(error, g.closed)
