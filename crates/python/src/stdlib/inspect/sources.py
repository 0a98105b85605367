# Frames, files, source texts and documentation.

def currentframe():
    import sys
    return sys._getframe()


def stack(context=1):
    from traceback import _line
    frame, found = currentframe(), []
    while frame is not None:
        line = _line(frame.f_code, frame.f_lineno)
        found.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, [line + '\n'], 0))
        frame = frame.f_back
    return found


class FrameInfo(tuple):
    def __new__(cls, *fields):
        return tuple.__new__(cls, fields)

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])


def getmodule(object, _filename=None):
    import sys
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getfile(object):
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    code = getattr(_unwrapped(object), '__code__', object)
    if iscode(code):
        return code.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, '
                    f'got {type(object).__name__}')


def getsourcefile(object):
    return getfile(object)


def _code_of(object):
    object = unwrap(object)
    object = _unwrapped(object)
    if isclass(object):
        for value in vars(object).values():
            if isfunction(value):
                raise OSError('the source of classes is not available in Loopscope')
        raise OSError('could not find class definition')
    code = getattr(object, '__code__', object)
    if not iscode(code):
        getfile(object)
    return code


def getsourcelines(object):
    from traceback import _source
    lines, first = _source(_code_of(object))
    if not lines:
        raise OSError('could not get source code')
    return lines, first


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')], default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        if isclass(object):
            for base in object.__mro__[1:-1]:
                if base.__doc__ is not None:
                    doc = base.__doc__
                    break
        elif ismethod(object):
            for base in type(object.__self__).__mro__:
                found = vars(base).get(object.__name__)
                if found is not None and getattr(found, '__doc__', None) is not None:
                    doc = found.__doc__
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


def getcomments(object):
    return None
