group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2), TypeError(3)]), ValueError(4)])
seen = []


def odd(error):
    seen.append(type(error).__name__)
    return not isinstance(error, ExceptionGroup) and error.args[0] % 2 == 1


match, rest = group.split(odd)
print(repr(match))
print(repr(rest))
print(seen)
print(repr(group.subgroup(lambda error: isinstance(error, ExceptionGroup) and error.message == "h")))
print(group.subgroup(lambda error: False))
print(group.subgroup(lambda error: True) is group)
try:
    group.split(lambda error: 1 / 0)
except ZeroDivisionError as error:
    print("raised by the predicate:", error)
