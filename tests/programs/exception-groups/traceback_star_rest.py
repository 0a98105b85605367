def fail():
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])


try:
    fail()
except* ValueError:
    print("taken")
