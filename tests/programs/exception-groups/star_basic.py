try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3), OSError(4)])
except* ValueError as group:
    print("first", repr(group))
except* OSError as group:
    print("second", repr(group))
except* (TypeError, KeyError) as group:
    print("third", repr(group))
print("group" in globals())
