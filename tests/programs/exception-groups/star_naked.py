try:
    raise ValueError("naked")
except* ValueError as group:
    print(type(group).__name__, repr(group), repr(group.message))
    print(repr(group.exceptions[0].__context__), group.__cause__)
try:
    try:
        raise ValueError("not taken")
    except* TypeError:
        print("never")
except ValueError as error:
    print(repr(error))
try:
    raise KeyboardInterrupt
except* BaseException as group:
    print(type(group).__name__, repr(group))
