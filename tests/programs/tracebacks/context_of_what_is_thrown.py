# What is thrown into a generator has as its context what that generator handles; what is raised, what anybody handles.
def generator():
    try:
        yield 1
    except LookupError:
        yield 2


def throw(error, handling):
    try:
        raise KeyError("of the caller")
    except KeyError:
        made = generator()
        next(made)
        if handling:
            made.throw(LookupError("of the generator"))
        try:
            made.throw(error)
        except ValueError as raised:
            print(repr(raised), repr(raised.__context__))


def fresh():
    try:
        raise KeyError("of the caller")
    except KeyError:
        try:
            generator().throw(ValueError("thrown before it began"))
        except ValueError as raised:
            print(repr(raised), repr(raised.__context__))


throw(ValueError("thrown"), False)
throw(ValueError("thrown"), True)
fresh()
