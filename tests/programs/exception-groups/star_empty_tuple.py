try:
    try:
        raise ExceptionGroup("eg", [ValueError(1)])
    except* ():
        print("never")
except ExceptionGroup as group:
    print(repr(group))
