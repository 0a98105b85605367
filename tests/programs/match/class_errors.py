class NoArgs:
    pass


class ListArgs:
    __match_args__ = ["x"]


class IntArgs:
    __match_args__ = (1,)


class One:
    __match_args__ = ("x",)
    x = 1


def attempt(name, subject, run):
    try:
        print(name, run(subject))
    except TypeError as error:
        print(name, "TypeError:", error)


def no_args(s):
    match s:
        case NoArgs(1):
            return "never"


def list_args(s):
    match s:
        case ListArgs(1):
            return "never"


def int_args(s):
    match s:
        case IntArgs(1):
            return "never"


def too_many(s):
    match s:
        case One(1, 2):
            return "never"


def twice(s):
    match s:
        case One(1, x=1):
            return "never"


def two_for_int(s):
    match s:
        case int(1, 2):
            return "never"


def not_a_class(s):
    number = 5
    match s:
        case number():
            return "never"


attempt("no_args", NoArgs(), no_args)
attempt("no_args", 1, no_args)
attempt("list_args", ListArgs(), list_args)
attempt("int_args", IntArgs(), int_args)
attempt("too_many", One(), too_many)
attempt("twice", One(), twice)
attempt("two_for_int", 1, two_for_int)
attempt("not_a_class", 1, not_a_class)
