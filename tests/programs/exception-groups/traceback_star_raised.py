def fail():
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2), OSError(3)])


try:
    fail()
except* ValueError as group:
    raise KeyError("new")
except* TypeError:
    raise LookupError("other") from None
