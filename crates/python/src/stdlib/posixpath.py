sep, altsep, pathsep, curdir, pardir, extsep = '/', None, ':', '.', '..', '.'
devnull, defpath = '/dev/null', '/bin:/usr/bin'


def _text(path):
    if isinstance(path, str):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return method(path)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def join(a, *p):
    path = _text(a)
    for part in p:
        if not isinstance(part, str) and not hasattr(part, '__fspath__'):
            raise TypeError(f'join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}')
        part = _text(part)
        if part.startswith('/') or not path:
            path = part
        elif path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p):
    p = _text(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail


def splitext(p):
    p = _text(p)
    dot, start = p.rfind('.'), p.rfind('/') + 1
    if dot > start and p[start:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def splitdrive(p):
    return '', _text(p)


def splitroot(p):
    p = _text(p)
    if not p.startswith('/'):
        return '', '', p
    if p[1:2] != '/' or p[2:3] == '/':
        return '', '/', p[1:]
    return '', p[:2], p[2:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def exists(path):
    return _text(path) in ('/', '/home', '/home/user', '.')


isdir = lexists = exists


def isfile(path):
    _text(path)
    return False


islink = ismount = isfile


def _missing(path):
    raise FileNotFoundError(2, 'No such file or directory', _text(path))


getsize = getmtime = getatime = getctime = _missing


def expanduser(path):
    path = _text(path)
    return '/home/user' + path[1:] if path == '~' or path.startswith('~/') else path


def expandvars(path):
    from os import environ
    import re
    return re.sub(r'\$(\w+|\{[^}]*\})', lambda m: environ.get(m[1].strip('{}'), m[0]), _text(path))


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not root and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return root + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    return normpath(path if isabs(path) else join('/home/user', path))


realpath = abspath


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    begin = [part for part in abspath(start or '.').split('/') if part]
    parts = [part for part in abspath(path).split('/') if part]
    same = 0
    while same < min(len(begin), len(parts)) and begin[same] == parts[same]:
        same += 1
    return '/'.join(['..'] * (len(begin) - same) + parts[same:]) or '.'


def commonprefix(m):
    if not m:
        return ''
    first, last = min(m), max(m)
    for at, c in enumerate(first):
        if c != last[at]:
            return first[:at]
    return first


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split('/') if part and part != '.'] for path in paths]
    return ('/' if isabs(paths[0]) else '') + '/'.join(commonprefix(split_paths))
