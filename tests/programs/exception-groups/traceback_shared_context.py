try:
    raise KeyError("shared")
except KeyError:
    first, second = ValueError(1), ValueError(2)
    errors = []
    for error in (first, second):
        try:
            raise error
        except ValueError as caught:
            errors.append(caught)
    raise ExceptionGroup("both", errors) from None
