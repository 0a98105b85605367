try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as outer:
        try:
            raise ExceptionGroup("in", [KeyError(4), OSError(5)])
        except* KeyError as inner:
            print("inner", repr(inner))
    except* OSError as group:
        print("os", repr(group))
except ExceptionGroup as left:
    print(repr(left))
    for error in left.exceptions:
        print(repr(error), repr(error.__context__))
