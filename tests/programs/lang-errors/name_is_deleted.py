"""The name of `except ... as` is gone after the clause."""
error = "before"
try:
    raise ValueError("x")
except ValueError as error:
    print(repr(error))
try:
    print(error)
except NameError as e:
    print(e)
