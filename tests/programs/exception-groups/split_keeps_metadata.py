def fail():
    try:
        raise KeyError("context")
    except KeyError:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)]) from OSError("cause")


try:
    fail()
except ExceptionGroup as group:
    group.add_note("a note")
    match, rest = group.split(ValueError)
    for part in (match, rest):
        print(repr(part.__cause__), repr(part.__context__), part.__notes__)
        print(part.__traceback__.tb_lineno, part.__traceback__.tb_next.tb_lineno)
    match.add_note("only here")
    print(group.__notes__, match.__notes__, rest.__notes__)
