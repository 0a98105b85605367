# What patterns of `match` ask of their subject.

def match_keys(subject, keys):
    values = []
    for key in keys:
        value = subject.get(key, _END)
        if value is _END:
            return None
        values.append(value)
    return (*values,)


def match_rest(subject, keys):
    rest = {key: subject[key] for key in subject.keys()}
    for key in keys:
        del rest[key]
    return rest


def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    values, wanted = [], []
    if count:
        positional = getattr(cls, "__match_args__", None)
        if positional is None:
            whole = issubclass(cls, _MATCHED_WHOLE)
            most = 1 if whole else 0
        else:
            if not isinstance(positional, _tuple):
                raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type_name(positional)})")
            whole, most = False, len(positional)
        if count > most:
            plural = "" if most == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {most} positional sub-pattern{plural} ({count} given)")
        if whole:
            values.append(subject)
        else:
            for name in positional[:count]:
                if not isinstance(name, str):
                    raise TypeError(f"__match_args__ elements must be strings (got {type_name(name)})")
                wanted.append(name)
    wanted.extend(names)
    for position, name in enumerate(wanted, 0):
        if name in wanted[:position]:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return (*values,)
