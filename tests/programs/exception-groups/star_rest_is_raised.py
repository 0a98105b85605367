try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError(2), ValueError(3)])])
    except* TypeError as group:
        print("took", repr(group))
except ExceptionGroup as rest:
    print("left", repr(rest))
    print(repr(rest.__context__), repr(rest.__cause__))
