try:
    raise ExceptionGroup("first", [ValueError(1)])
except ExceptionGroup:
    raise ExceptionGroup("second", [TypeError(2), ExceptionGroup("third", [OSError(3)])])
