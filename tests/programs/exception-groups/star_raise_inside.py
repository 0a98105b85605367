try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as group:
        raise KeyError("new")
    except* TypeError as group:
        raise IndexError("other") from group
except ExceptionGroup as outer:
    print(repr(outer))
    for error in outer.exceptions:
        print(repr(error), repr(error.__context__), repr(error.__cause__))
