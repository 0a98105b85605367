try:
    try:
        raise ExceptionGroup("eg", [ValueError(1)])
    except* ValueError:
        raise KeyError("alone")
except KeyError as error:
    print(repr(error), repr(error.__context__))
