class Error(Exception):
    pass


error = Error
_ATOMS = (type(None), type(...), type(NotImplemented), bool, int, float, str, bytes, frozenset, range, type, property)


def _is_atom(x):
    return isinstance(x, _ATOMS) or callable(x) and type(x).__name__ in (
        'function', 'builtin_function_or_method', 'method_descriptor')


def copy(x):
    cls = type(x)
    if cls in (list, dict, set):
        return x.copy()
    if cls is tuple or cls in _ATOMS or _is_atom_type(x):
        return x
    hook = getattr(cls, '__copy__', None)
    if hook is not None:
        return hook(x)
    if cls is slice:
        return x
    return _rebuild(x, None)


def _is_atom_type(x):
    return isinstance(x, type) or _is_atom(x) and type(x).__name__ in (
        'function', 'builtin_function_or_method', 'method_descriptor')


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, memo)
    if known is not memo:
        return known
    cls = type(x)
    if cls in _ATOMS and cls is not frozenset or _is_atom_type(x):
        return x
    if cls is list:
        y = memo[key] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for name, value in x.items():
            y[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        y = x
        for item, copied in zip(x, items):
            if item is not copied:
                y = tuple(items)
                break
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif hasattr(cls, '__deepcopy__'):
        y = x.__deepcopy__(memo)
    elif cls.__name__ == 'deque' and cls.__module__ == 'collections':
        y = memo[key] = cls((), x.maxlen)
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls.__name__ == 'method':
        y = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        y = _rebuild(x, memo)
    if y is not x:
        memo[key] = y
        # What was copied stays alive: another object must not get its id meanwhile.
        memo.setdefault(id(memo), []).append(x)
    return y


def _rebuild(x, memo):
    # A copy of an object of a class that says nothing of copying: deep if there is a memo.
    cls = type(x)

    def again(value):
        return value if memo is None else deepcopy(value, memo)

    reduce = getattr(cls, '__reduce__', None)
    if reduce is not None and reduce is not getattr(object, '__reduce__', None):
        return _reconstruct(x, reduce(x), again, memo)
    new_args, new_kwargs = (), {}
    if hasattr(cls, '__getnewargs_ex__'):
        new_args, new_kwargs = x.__getnewargs_ex__()
    elif hasattr(cls, '__getnewargs__'):
        new_args = x.__getnewargs__()
    elif isinstance(x, (int, float, str, bytes, tuple, frozenset)):
        base = next(base for base in (int, float, str, bytes, tuple, frozenset) if isinstance(x, base))
        new_args = base(x),
    elif isinstance(x, BaseException):
        new_args = x.args
    elif not hasattr(x, '__dict__') and not hasattr(cls, '__slots__'):
        raise TypeError(f"cannot pickle '{getattr(cls, '__tp_name__', cls.__name__)}' object")
    if memo is not None:
        new_args = [deepcopy(argument, memo) for argument in new_args]
    y = cls.__new__(cls, *new_args, **new_kwargs)
    if memo is not None:
        memo[id(x)] = y
    getter = getattr(cls, '__getstate__', None)
    if getter is not None and getter is not getattr(object, '__getstate__', None):
        _set_state(y, again(getter(x)))
    else:
        _set_state(y, again(dict(getattr(x, '__dict__', ()))))
        for name in _slots(cls):
            if hasattr(x, name):
                setattr(y, name, again(getattr(x, name)))
    if isinstance(x, list):
        y.extend([again(item) for item in x])
    elif isinstance(x, dict):
        for name, value in x.items():
            y[again(name)] = again(value)
    elif isinstance(x, set):
        y.update([again(item) for item in x])
    return y


def _reconstruct(x, parts, again, memo):
    if isinstance(parts, str):
        return x
    function, args, *rest = parts
    if memo is not None:
        args = [deepcopy(argument, memo) for argument in args]
    y = function(*args)
    if memo is not None:
        memo[id(x)] = y
    state, items, pairs = (*rest, None, None, None)[:3]
    if state is not None:
        _set_state(y, again(state))
    for item in items or ():
        y.append(again(item))
    for key, value in pairs or ():
        y[again(key)] = again(value)
    return y


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        if state or type(state) is not dict:
            y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(y, name, value)


def _slots(cls):
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        for name in [names] if isinstance(names, str) else names:
            if name not in ('__dict__', '__weakref__'):
                yield f'_{base.__name__.lstrip("_")}{name}' if name.startswith('__') and not name.endswith('__') else name


def replace(obj, /, **changes):
    method = getattr(type(obj), '__replace__', None)
    if method is None:
        raise TypeError(f'replace() does not support {type(obj).__name__} objects')
    return method(obj, **changes)
