try:
    try:
        1 / 0
    except ZeroDivisionError as cause:
        raise ValueError("explicit") from cause
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)

try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError("implicit")
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)

try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError("hidden") from None
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
