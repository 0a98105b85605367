def check(value):
    if value < 0:
        raise ValueError(f"negative: {value}")


def collect(values):
    errors = []
    for value in values:
        try:
            check(value)
        except ValueError as error:
            errors.append(error)
    raise ExceptionGroup("bad values", errors)


def outer():
    try:
        collect([-1, -2])
    except ExceptionGroup as group:
        raise ExceptionGroup("outer", [OSError("disk"), group, KeyError("k")])


outer()
