calls = []


def kind(name, cls):
    calls.append(name)
    return cls


try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
except* kind("a", ValueError) as group:
    print(repr(group))
except* kind("b", Exception) as group:
    print(repr(group))
except* kind("c", TypeError) as group:
    print("never", repr(group))
print(calls)
