import sys

print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as error:
    kind, value, trace = sys.exc_info()
    print(kind, value is error, trace.tb_lineno, sys.exception() is error)
    try:
        {}['x']
    except KeyError:
        print(sys.exc_info()[0])
    print(sys.exc_info()[0])
print(sys.exc_info())
