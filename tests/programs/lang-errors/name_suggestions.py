"""CPython suggests near names in a traceback, never in str()."""
value = 1
try:
    valeu
except NameError as error:
    print(error, "|", error.name)


class Point:
    def __init__(self):
        self.horizontal = 1


try:
    Point().horizontl
except AttributeError as error:
    print(error, "|", error.name)
