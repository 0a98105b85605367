def inner():
    raise ValueError("first")


try:
    try:
        inner()
    except ValueError:
        print("log it")
        raise
except ValueError as error:
    print("outer", error)
try:
    raise
except RuntimeError as error:
    print(error)
