# Paths are text.
import os
import os.path
from os import path

print(path.join('a', 'b', '../c.txt'), path.join('/a', '/b'), path.join('a/', ''), path.basename('/x/y.tar.gz'), path.dirname('/x/y'), path.split('/a/b/'), path.splitext('a.b/c.d.e'), path.splitext('.rc'))
print(path.normpath('a//b/./../c'), path.isabs('/a'), path.commonpath(['/a/b', '/a/c']), path.commonprefix(['abc', 'abd']), path.relpath('/a/b', '/a/c'), os.sep, repr(os.linesep), os.name, os.fspath('p'))
os.environ['MY_NAME'] = 'value'
print(os.environ['MY_NAME'], os.getenv('MY_NAME'), os.getenv('NOT_THERE_AT_ALL'), os.getenv('NOT_THERE_AT_ALL', 'default'), os.environ.get('MY_NAME'), 'MY_NAME' in os.environ, os.path.expandvars('$MY_NAME/x'))
try:
    os.environ['NOT_THERE_AT_ALL']
except KeyError as error:
    print('KeyError', error)
print(isinstance(os.getpid(), int), os.cpu_count() > 0, path.exists('/no/such/file'), path.isfile('/no/such/file'))
try:
    os.environ['x'] = 1
except TypeError as error:
    print(error)
