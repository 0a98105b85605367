from contextlib import suppress

with suppress(ValueError, KeyError):
    raise KeyError("gone")
with suppress():
    print("nothing to suppress")
try:
    with suppress(ValueError):
        raise TypeError("stays")
except TypeError as error:
    print(repr(error))
with suppress(ValueError):
    raise ExceptionGroup("all gone", [ValueError(1), ValueError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("some stay", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(repr(group))
