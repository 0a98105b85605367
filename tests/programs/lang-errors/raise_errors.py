for bad in (42, "text", int, None):
    try:
        raise bad
    except TypeError as error:
        print(error)
try:
    raise ValueError("x") from "y"
except TypeError as error:
    print(error)
try:
    try:
        raise KeyError("k")
    except "not a class":
        pass
except TypeError as error:
    print(error)
