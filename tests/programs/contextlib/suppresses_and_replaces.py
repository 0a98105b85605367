from contextlib import contextmanager


@contextmanager
def swallow():
    try:
        yield
    except ValueError as error:
        print("swallowed", error)


@contextmanager
def replace():
    try:
        yield
    except ValueError as error:
        raise KeyError("instead") from error


with swallow():
    raise ValueError("one")
try:
    with replace():
        raise ValueError("two")
except KeyError as error:
    print(repr(error), repr(error.__cause__), repr(error.__context__))
try:
    with swallow():
        raise TypeError("not mine")
except TypeError as error:
    print(repr(error))
