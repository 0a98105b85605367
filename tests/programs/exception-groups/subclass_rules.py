class Plain(ExceptionGroup):
    pass


class Base(BaseExceptionGroup):
    pass


class Both(BaseExceptionGroup, Exception):
    pass


def attempt(make):
    try:
        print(repr(make()))
    except TypeError as error:
        print(error)


attempt(lambda: Plain("p", [ValueError(1)]))
attempt(lambda: Plain("p", [KeyboardInterrupt()]))
attempt(lambda: Base("b", [ValueError(1)]))
attempt(lambda: Base("b", [KeyboardInterrupt()]))
attempt(lambda: Both("c", [ValueError(1)]))
attempt(lambda: Both("c", [KeyboardInterrupt()]))
match, rest = Plain("p", [ValueError(1), TypeError(2)]).split(ValueError)
print(type(match).__name__, type(rest).__name__)
