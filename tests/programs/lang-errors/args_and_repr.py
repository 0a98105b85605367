for error in (
    ValueError(),
    ValueError("one"),
    ValueError("one", 2),
    KeyError("key"),
    KeyError(),
    KeyError("a", "b"),
    OSError(2, "No such file"),
    StopIteration(5),
    Exception(None),
    RuntimeError({"a": 1}),
):
    print(f"{error!r} | {error} | {error.args}")
