def fail(n):
    try:
        raise KeyError(n)
    except KeyError as error:
        raise ValueError(n) from error


errors = []
for n in (1, 2):
    try:
        fail(n)
    except ValueError as error:
        errors.append(error)
try:
    raise ExceptionGroup("with causes", errors)
except ExceptionGroup as group:
    raise RuntimeError("last") from group
