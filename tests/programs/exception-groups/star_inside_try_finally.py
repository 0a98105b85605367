def f():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError:
            print("value")
        finally:
            print("finally")
    except ExceptionGroup as rest:
        print(repr(rest))
        return "returned"


print(f())
