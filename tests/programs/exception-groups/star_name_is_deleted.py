group = "outside"
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
except* ValueError as group:
    print(repr(group))
except* TypeError:
    try:
        group
    except NameError as error:
        print(error)
