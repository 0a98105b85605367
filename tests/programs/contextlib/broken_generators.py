from contextlib import contextmanager


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def again():
    try:
        yield 1
    except ValueError:
        yield 2


for manager, error in ((never, None), (twice, None), (again, ValueError("v"))):
    try:
        with manager():
            if error:
                raise error
    except RuntimeError as problem:
        print(problem)


@contextmanager
def plain():
    yield


for error in (StopIteration("si"), RuntimeError("rt")):
    try:
        with plain():
            raise error
    except Exception as out:
        print(repr(out), out is error)
