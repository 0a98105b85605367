def leaves(error, depth=0):
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from leaves(inner, depth + 1)
    else:
        yield depth, error


group = ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [TypeError(2), ExceptionGroup("c", [OSError(3)])])])
for item in leaves(group):
    print(item)
