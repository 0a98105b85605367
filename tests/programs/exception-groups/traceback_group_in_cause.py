try:
    raise ExceptionGroup("cause", [ValueError(1)])
except ExceptionGroup as group:
    try:
        raise KeyError("middle") from group
    except KeyError as error:
        raise ExceptionGroup("top", [error, OSError("side")]) from None
