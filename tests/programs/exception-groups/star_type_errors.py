def attempt(types, error):
    try:
        try:
            raise error
        except* types:
            print("taken")
    except BaseException as outer:
        print(type(outer).__name__, "|", outer, "|", repr(outer.__context__))


group = ExceptionGroup("eg", [ValueError(1)])
attempt(42, group)
attempt(int, group)
attempt((ValueError, 42), group)
attempt(ExceptionGroup, group)
attempt(BaseExceptionGroup, group)
attempt((ValueError, ExceptionGroup), group)
attempt(ExceptionGroup, ValueError(2))
