import sys


def where():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_lineno


def caller():
    return where()


print(caller(), where(), sys._getframe().f_back)
print(sys._getframe().f_code.co_name, sys._getframe().f_globals is globals())
try:
    sys._getframe(50)
except ValueError as error:
    print(error)
