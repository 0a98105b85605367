def attempt(how):
    try:
        try:
            raise ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3)])])
        except* ValueError as group:
            if how == "bare":
                raise
            raise group
        except* TypeError as group:
            if how == "bare":
                raise
    except ExceptionGroup as outer:
        print(how, repr(outer))


attempt("bare")
attempt("named")
