def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: ExceptionGroup())
attempt(lambda: ExceptionGroup("no exceptions"))
attempt(lambda: ExceptionGroup("too", [ValueError()], "many"))
attempt(lambda: ExceptionGroup(ValueError(1), [ValueError(2)]))
attempt(lambda: ExceptionGroup(None, [ValueError(2)]))
attempt(lambda: ExceptionGroup("msg", "not exceptions"))
attempt(lambda: ExceptionGroup("msg", {ValueError(1)}))
attempt(lambda: ExceptionGroup("msg", None))
attempt(lambda: ExceptionGroup("msg", (e for e in ())))
attempt(lambda: ExceptionGroup("empty", []))
attempt(lambda: ExceptionGroup("bad", [ValueError(1), 2]))
attempt(lambda: ExceptionGroup("class", [ValueError]))
attempt(lambda: ExceptionGroup("base", [ValueError(1), KeyboardInterrupt()]))
attempt(lambda: BaseExceptionGroup("bad", [1]))
