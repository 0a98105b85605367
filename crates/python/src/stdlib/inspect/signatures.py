# Signatures: parameters, their binding to arguments, and the older forms of the same.

class _empty:
    pass


_empty.__module__ = 'inspect'


class _ParameterKind(int):
    _names = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD')
    _descriptions = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                     'variadic keyword')

    @property
    def name(self):
        return self._names[self]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        return self._descriptions[self]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


_KINDS = [_ParameterKind(number) for number in range(5)]


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type(list[int])):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    __slots__ = '_name', '_kind', '_default', '_annotation'
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _KINDS[kind]
        except (IndexError, TypeError):
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind') from None
        if default is not _empty and kind in (2, 4):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_NONE, kind=_NONE, annotation=_NONE, default=_NONE):
        return type(self)(self._name if name is _NONE else name, self._kind if kind is _NONE else kind,
                          default=self._default if default is _NONE else default,
                          annotation=self._annotation if annotation is _NONE else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        return {2: '*', 4: '**'}.get(int(self._kind), '') + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (
            other._name, other._kind, other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, int(self._kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            if parameter.kind == 2:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, begun = {}, False
        for name, parameter in self._signature.parameters.items():
            if not begun:
                if parameter.kind in (3, 4):
                    begun = True
                elif name not in self.arguments:
                    begun = True
                    continue
            if not begun or name not in self.arguments:
                continue
            if parameter.kind == 4:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind == 2:
                arguments[name] = ()
            elif parameter.kind == 4:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<BoundArguments ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        known, top, defaulted = {}, 0, False
        for parameter in parameters or ():
            if parameter.kind < top:
                raise ValueError(f'wrong parameter order: {_KINDS[top].description} parameter before '
                                 f'{parameter.kind.description} parameter')
            top = parameter.kind
            if parameter.kind in (0, 1):
                if parameter.default is _empty:
                    if defaulted:
                        raise ValueError('non-default argument follows default argument')
                else:
                    defaulted = True
            if parameter.name in known:
                raise ValueError(f'duplicate parameter name: {parameter.name!r}')
            known[parameter.name] = parameter
        self._parameters = _types.MappingProxyType(known)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, cls, follow_wrapped)

    def replace(self, *, parameters=_NONE, return_annotation=_NONE):
        return type(self)(self._parameters.values() if parameters is _NONE else parameters,
                          return_annotation=self._return_annotation if return_annotation is _NONE else return_annotation)

    __replace__ = replace

    def _bind(self, args, kwargs, partial):
        arguments, args, kwargs = {}, list(args), dict(kwargs)
        past = False
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if not args and (kind in (2, 4) or name in kwargs or parameter.default is not _empty):
                past = True
            if kind == 2:
                past = True
                if args:
                    arguments[name] = tuple(args)
                args = []
            elif kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                kwargs = {}
            elif args and kind != 3:
                if name in kwargs and kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and kind != 0:
                arguments[name] = kwargs.pop(name)
            elif kind == 0 and name in kwargs and parameter.default is _empty:
                raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
            elif parameter.default is _empty and not partial:
                extra = ' keyword-only' if kind == 3 and not past else ''
                raise TypeError(f'missing a required{extra} argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.values()) == list(other._parameters.values()) \
            and self._return_annotation == other._return_annotation

    def __hash__(self):
        return hash(tuple(self._parameters))

    def format(self, *, max_width=None):
        parts, only, star = [], False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == 0:
                only = True
            elif only:
                parts.append('/')
                only = False
            if kind == 2:
                star = False
            elif kind == 3 and star:
                parts.append('*')
                star = False
            parts.append(str(parameter))
        if only:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation)
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f'<Signature {self}>'


def _of_function(function, cls):
    code = function.__code__
    names = code.co_varnames
    count, only, keyword_only = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    annotations = getattr(function, '__annotations__', None) or {}
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    parameters = []
    for at, name in enumerate(names[:count]):
        place = at - (count - len(defaults))
        parameters.append(Parameter(name, 0 if at < only else 1, default=defaults[place] if place >= 0 else _empty,
                                    annotation=annotations.get(name, _empty)))
    place = count + keyword_only
    if code.co_flags & CO_VARARGS:
        name = names[place]
        parameters.append(Parameter(name, 2, annotation=annotations.get(name, _empty)))
        place += 1
    for name in names[count:count + keyword_only]:
        parameters.append(Parameter(name, 3, default=kwdefaults.get(name, _empty),
                                    annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[place]
        parameters.append(Parameter(name, 4, annotation=annotations.get(name, _empty)))
    return cls(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(made):
    parameters = list(made.parameters.values())
    if not parameters or parameters[0].kind in (3, 4):
        raise ValueError('invalid method signature')
    if parameters[0].kind != 2:
        parameters = parameters[1:]
    return made.replace(parameters=parameters)


def _of_partial(partial, made):
    bound = made.bind_partial(*partial.args, **partial.keywords)
    parameters, keyword = [], False
    for name, parameter in made.parameters.items():
        if parameter.kind in (2, 4):
            parameters.append(parameter)
            continue
        if name in bound.arguments:
            if parameter.kind == 0 or parameter.kind == 1 and name not in partial.keywords:
                continue
            keyword = keyword or parameter.kind == 1
            parameter = parameter.replace(default=bound.arguments[name], kind=3)
        elif keyword and parameter.kind == 1:
            parameter = parameter.replace(kind=3)
        parameters.append(parameter)
    parameters.sort(key=lambda parameter: parameter.kind)
    return made.replace(parameters=parameters)


def _signature(obj, cls, follow=True):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, _Method):
        return _without_first(_signature(obj.__func__, cls, follow))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, _Method))
        if isinstance(obj, _Method):
            return _signature(obj, cls, follow)
    own = getattr(obj, '__signature__', None)
    if isinstance(own, Signature):
        return own
    if isinstance(obj, _Function):
        return _of_function(obj, cls)
    if type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
        return _of_partial(obj, _signature(obj.func, cls, follow))
    if isinstance(obj, type):
        call = getattr(type(obj), '__call__', None)
        if type(obj) is not type and isinstance(call, _Function):
            return _without_first(_signature(call, cls, follow))
        for base in obj.__mro__:
            for name in ('__new__', '__init__'):
                method = vars(base).get(name)
                method = getattr(method, '__func__', method)
                if isinstance(method, _Function):
                    return _without_first(_signature(method, cls, follow))
        if obj.__mro__[-2:-1] and all(base.__module__ != 'builtins' for base in obj.__mro__[:-1]):
            return cls()
        raise ValueError(f'no signature found for builtin type {obj!r}')
    call = getattr(type(obj), '__call__', None)
    if isinstance(call, _Function):
        return _without_first(_signature(call, cls, follow))
    raise ValueError(f'no signature found for builtin {obj!r}')


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature(obj, Signature, follow_wrapped)


class FullArgSpec(tuple):
    def __new__(cls, *fields):
        return tuple.__new__(cls, fields)

    _fields = 'args', 'varargs', 'varkw', 'defaults', 'kwonlyargs', 'kwonlydefaults', 'annotations'
    args = property(lambda self: self[0])
    varargs = property(lambda self: self[1])
    varkw = property(lambda self: self[2])
    defaults = property(lambda self: self[3])
    kwonlyargs = property(lambda self: self[4])
    kwonlydefaults = property(lambda self: self[5])
    annotations = property(lambda self: self[6])

    def __repr__(self):
        return f"FullArgSpec({', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])})"


def getfullargspec(func):
    made = signature(func, follow_wrapped=False)
    args, kwonly, defaults, kwdefaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if made.return_annotation is not _empty:
        annotations['return'] = made.return_annotation
    for name, parameter in made.parameters.items():
        kind = parameter.kind
        if kind < 2:
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif kind == 2:
            varargs = name
        elif kind == 3:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if isinstance(func, _Method):
        args.insert(0, func.__func__.__code__.co_varnames[0])
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, '__annotations__', None) or {})
