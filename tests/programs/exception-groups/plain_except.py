try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ValueError:
    print("never")
except ExceptionGroup as group:
    print("caught", group)
try:
    raise BaseExceptionGroup("g", [KeyboardInterrupt()])
except Exception:
    print("never")
except BaseExceptionGroup as group:
    print("caught", repr(group))
