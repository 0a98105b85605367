import sys

try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
except* ValueError:
    print(repr(sys.exception()))
    try:
        1 / 0
    except ZeroDivisionError as error:
        print(repr(error.__context__))
    print(repr(sys.exception()))
except* TypeError:
    print(repr(sys.exception()))
print(sys.exception())
