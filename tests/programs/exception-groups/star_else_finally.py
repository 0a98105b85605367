def run(error):
    try:
        if error:
            raise error
    except* ValueError as group:
        print("except", repr(group))
    else:
        print("else")
    finally:
        print("finally")


run(None)
run(ExceptionGroup("g", [ValueError(1)]))
run(ValueError(2))
try:
    run(ExceptionGroup("g", [ValueError(3), TypeError(4)]))
except ExceptionGroup as rest:
    print("left", repr(rest))
