try:
    try:
        raise ValueError(1)
    except* ValueError:
        raise
except ExceptionGroup as group:
    print(repr(group))
