class Unhashable(ValueError):
    __hash__ = None

    def __eq__(self, other):
        return True


try:
    try:
        raise ExceptionGroup("eg", [TypeError(1), Unhashable(2), Unhashable(3)])
    except* TypeError:
        raise
    except* Unhashable:
        raise
except ExceptionGroup as group:
    print(repr(group))
